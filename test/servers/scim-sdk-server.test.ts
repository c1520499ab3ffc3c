import { describe, it } from 'vitest';
import { expectDocumented } from './findings.js';

describe('scim-sdk-server has the documented findings and no others', () => {
  it('as installed', (context) => expectDocumented(context, 'scim-sdk-server', 'its defaults'));
  it('with its workarounds for Entra', (context) => expectDocumented(context, 'scim-sdk-server', 'its workarounds for Entra', '--entra'));
});

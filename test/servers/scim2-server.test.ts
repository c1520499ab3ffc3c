import { describe, it } from 'vitest';
import { expectDocumented } from './findings.js';

describe('scim2-server has the documented findings and no others', () => {
  it('as installed', (context) => expectDocumented(context, 'scim2-server', 'its defaults'));
});

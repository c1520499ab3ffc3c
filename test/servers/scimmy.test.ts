import { describe, it } from 'vitest';
import { expectDocumented } from './findings.js';

describe('SCIMMY has the documented findings and no others', () => {
  it('with Express 5', (context) => expectDocumented(context, 'scimmy', 'Express 5'));
  it('with queries that can be written to, as in Express 4', (context) =>
    expectDocumented(context, 'scimmy', 'settled queries', '--settled-query'));
});

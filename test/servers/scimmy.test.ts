import { describe, it } from 'vitest';
import { expectDocumented } from './findings.js';

// Most of a run is waiting for what does not come late but never: both wait at the same time.
describe.concurrent('SCIMMY has the documented findings and no others', () => {
  it('with Express 5', (context) => expectDocumented(context, 'scimmy', 'Express 5'));
  it('with queries that can be written to, as in Express 4', (context) =>
    expectDocumented(context, 'scimmy', 'settled queries', '--settled-query'));
});

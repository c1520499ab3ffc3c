import { describe, it } from 'vitest';
import { expectDocumented } from './findings.js';

describe('Better Auth has the documented findings and no others', () => {
  it('as its documentation shows it', (context) => expectDocumented(context, 'better-auth', 'its defaults'));
});

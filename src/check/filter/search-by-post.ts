import { must } from '../authority.js';
import type { StepCheck } from '../check.js';
import { created, exampleUser, list, ok, post } from '../messages.js';

/** SC1125 */
export const SEARCH_BY_POST: StepCheck = {
  kind: 'step',
  id: 'SC1125',
  title: 'A query by POST to /.search is answered like the same query by GET',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    must(
      '7644',
      '3.4.3',
      'The inclusion of "/.search" on the end of a valid SCIM endpoint SHALL be used to indicate that the HTTP POST verb is intended to be a query operation.',
    ),
  ],
  clients: ['rfc'],
  effect: 'Clients that keep names of people out of URLs cannot look anybody up.',
  fix: 'Support POST to /Users/.search and /Groups/.search, or answer 404, 405 or 501.',
  scene: {
    scenario: 'rfc/search',
    request: post('/Users/.search', { filter: 'userName eq "ada@example.com"', startIndex: 1, count: 10 }, 'raw'),
    good: ok(list([exampleUser()])),
    bad: created(exampleUser({ id: 'u2' })),
  },
};

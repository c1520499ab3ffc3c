import { field, okta, says } from '../authority.js';
import type { StepCheck } from '../check.js';
import { excerpt, get, list, ok } from '../messages.js';

/** SC1402 */
export const PAGING: StepCheck = {
  kind: 'step',
  id: 'SC1402',
  roots: ['SC2401', 'SC2402', 'SC2501', 'SC1403', 'SC1401'],
  title: 'Paging shows every resource exactly once',
  severity: 'error',
  severityFor: { rfc: 'warning' },
  impact: 'provisioning-lost',
  authorities: [says('7644', '3.4.2.4', 'The 1-based index of the first query result.'), okta('scim20'), field('F52')],
  clients: ['okta', 'rfc'],
  effect: 'An import misses people, or counts them twice.',
  fix: 'Honour startIndex and count, in an order that stays the same from page to page.',
  scene: {
    scenario: 'import/paging',
    request: get('/Users?startIndex=5&count=4'),
    good: excerpt(ok({ totalResults: 8, startIndex: 5 })),
    bad: ok(list([], { totalResults: 8, startIndex: 5 })),
  },
};

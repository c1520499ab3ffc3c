import { says } from '../authority.js';
import type { StepCheck } from '../check.js';
import { exampleUser, find, list, ok } from '../messages.js';

/** SC1311 */
export const FILTER_LOGICAL: StepCheck = {
  kind: 'step',
  declinable: true,
  id: 'SC1311',
  roots: ['SC1302', 'SC1301', 'SC1308', 'SC1309', 'SC1303'],
  title: '"and", "or" and "not" are evaluated',
  severity: 'error',
  needs: 'filter',
  impact: 'data-damaged',
  authorities: [says('7644', '3.4.2.2', 'The filter is only a match if both expressions evaluate to true.')],
  clients: ['rfc'],
  effect: 'A filter finds people whom it excludes, and the client writes onto them.',
  fix: 'Evaluate both sides; answer 400 invalidFilter to what is not supported.',
  scene: {
    scenario: 'rfc/filters',
    request: find('/Users', 'userName eq "Filter-r1@example.com" and externalId eq "nobody"'),
    good: ok(list([])),
    bad: ok(list([exampleUser()])),
  },
};

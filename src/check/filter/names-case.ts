import { field, says } from '../authority.js';
import type { StepCheck } from '../check.js';
import { exampleUser, find, list, ok, refusal } from '../messages.js';

/** SC1313 */
export const FILTER_NAMES_CASE: StepCheck = {
  kind: 'step',
  id: 'SC1313',
  roots: ['SC1301', 'SC1302', 'SC1308', 'SC1311', 'SC1303', 'SC1309', 'SC1202', 'SC2401', 'SC2402', 'SC2501'],
  title: 'Names and operators in a filter count without regard to case',
  severity: 'error',
  needs: 'filter',
  impact: 'provisioning-lost',
  authorities: [says('7644', '3.4.2.2', 'Attribute names and attribute operators used in filters are case insensitive.'), field('F48')],
  clients: ['rfc', 'entra'],
  severityFor: { entra: 'warning' },
  effect: 'Clients that write "username" or "Eq" find nobody.',
  fix: 'Compare attribute names and operators without regard to case.',
  scene: {
    scenario: 'rfc/filters',
    client: 'rfc',
    request: find('/Users', 'USERNAME Eq "Filter-r1@example.com"'),
    good: ok(list([exampleUser()])),
    bad: refusal(400, 'There is no USERNAME.', 'invalidFilter'),
  },
};

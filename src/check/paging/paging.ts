import { field, must, okta } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC1402 */
export const PAGING: StepCheck = {
  kind: 'step',
  id: 'SC1402',
  roots: ['SC2401', 'SC2402', 'SC2501', 'SC1403', 'SC1401'],
  title: 'Paging shows every resource exactly once',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [must('7644', '3.4.2.4', 'The 1-based index of the first query result.'), okta('scim20'), field('F52')],
  clients: ['okta', 'rfc'],
  effect: 'An import misses people, or counts them twice.',
  fix: 'Honour startIndex and count, in an order that stays the same from page to page.',
  good: '> GET /Users?startIndex=45&count=4\n< every resource once',
  bad: '> GET /Users?startIndex=45&count=4\n< 44 resources more than once, the first of them u1',
};

import { must } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC1312 */
export const FILTER_OPERATORS: StepCheck = {
  kind: 'step',
  id: 'SC1312',
  roots: ['SC1302', 'SC1306', 'SC1301', 'SC1308', 'SC1311'],
  title: 'The operators of filters find what they describe',
  severity: 'warning',
  needs: 'filter',
  impact: 'noise',
  authorities: [must('7644', '3.4.2.2', 'When specified, only those resources matching the filter expression SHALL be returned.')],
  clients: ['rfc'],
  effect: 'Searches of administrators and of other clients find nothing, or too much.',
  fix: 'Support ne, co, sw, ew, pr, gt, ge, lt, le and value paths, or answer 400 invalidFilter.',
  good: '> GET /Users?filter=emails%5Btype%20eq%20%22work%22%5D%20and%20userName%20eq%20%22Filter-r1%40example.com%22\n< status 200',
  bad: '> GET /Users?filter=emails%5Btype%20eq%20%22work%22%5D%20and%20userName%20eq%20%22Filter-r1%40example.com%22\n< 400 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"invalidFilter","detail":"The filter cannot be read."}',
};

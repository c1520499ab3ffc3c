import { must } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC1405 */
export const PAGING_LENIENT: StepCheck = {
  kind: 'step',
  id: 'SC1405',
  title: 'A startIndex below 1 means 1, a negative count means 0',
  severity: 'error',
  impact: 'noise',
  authorities: [
    must('7644', '3.4.2.4', 'A value less than 1 SHALL be interpreted as 1.'),
    must('7644', '3.4.2.4', 'A negative value SHALL be interpreted as "0".'),
  ],
  clients: ['rfc'],
  effect: 'Clients that count from 0 get an error in place of the first page.',
  fix: 'Take numbers that are too small for the smallest that make sense.',
  good: '> GET /Users?startIndex=1&count=-1\n< status 200',
  bad: '> GET /Users?startIndex=1&count=-1\n< 400 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"invalidValue","detail":"count must not be negative."}',
};

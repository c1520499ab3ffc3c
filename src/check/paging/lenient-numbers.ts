import { must } from '../authority.js';
import type { StepCheck } from '../check.js';
import { get, list, ok, refusal } from '../messages.js';

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
  scene: {
    scenario: 'rfc/paging',
    request: get('/Users?startIndex=1&count=-1'),
    good: ok(list([], { totalResults: 7 })),
    bad: refusal(400, 'count must not be negative.', 'invalidValue'),
  },
};

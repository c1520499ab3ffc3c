import { must } from '../authority.js';
import type { StepCheck } from '../check.js';
import { exampleUser, find, list, ok } from '../messages.js';

/** SC1312 */
export const FILTER_OPERATORS: StepCheck = {
  kind: 'step',
  declinable: true,
  id: 'SC1312',
  roots: ['SC1302', 'SC1306', 'SC1301', 'SC1308', 'SC1309', 'SC1311'],
  title: 'The operators of filters find what they describe',
  severity: 'warning',
  needs: 'filter',
  impact: 'noise',
  authorities: [must('7644', '3.4.2.2', 'When specified, only those resources matching the filter expression SHALL be returned.')],
  clients: ['rfc'],
  effect: 'Searches of administrators and of other clients find nothing, or too much.',
  fix: 'Support ne, co, sw, ew, pr, gt, ge, lt, le and value paths, or answer 400 invalidFilter.',
  scene: {
    scenario: 'rfc/filters',
    request: find('/Users', 'title pr and userName eq "Filter-r1@example.com"'),
    good: ok(list([exampleUser()])),
    bad: ok(list([])),
  },
};

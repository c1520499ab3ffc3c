import { field, must } from '../authority.js';
import type { StepCheck } from '../check.js';
import { answer, del, refusal } from '../messages.js';

/** SC2605 */
export const DELETED_TWICE: StepCheck = {
  kind: 'step',
  id: 'SC2605',
  roots: ['SC2603', 'SC2601', 'SC1127'],
  title: 'A second DELETE, and one of an id that never was, are answered 404',
  severity: 'error',
  impact: 'noise',
  authorities: [
    must('7644', '3.6', 'MUST return a 404 (Not Found) error code for all operations associated with the previously deleted resource.'),
    field('F91'),
  ],
  clients: ['rfc'],
  effect: 'A client that repeats a DELETE after a time-out cannot tell that it has succeeded.',
  fix: 'Answer 404 to every request for an id that is not there.',
  scene: {
    scenario: 'rfc/delete',
    request: { ...del('/Users/u1'), purpose: 'raw' },
    good: refusal(404, 'No such user.'),
    bad: answer(204),
  },
};

import { ALL, field, must } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC1207 */
export const ADOPTED: StepCheck = {
  kind: 'step',
  id: 'SC1207',
  title: 'A create makes a new resource',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [must('7644', '3.3', 'To create new resources, clients send HTTP POST requests to the resource endpoint'), field('F89')],
  clients: ALL,
  effect: 'The create took over an account that was there before: whoever owns it loses it.',
  fix: 'Answer 409 to a create that collides with an existing resource.',
  good: '> POST /Users {"userName":"ada@example.com"}\n< 409, because she is there already',
  bad: '> POST /Users {"userName":"ada@example.com"}\n< 201 with the id of the account that was there',
};

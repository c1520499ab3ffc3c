import { ALL, field, okta } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC1003 */
export const NO_ANSWER: StepCheck = {
  kind: 'step',
  id: 'SC1003',
  title: 'Every request is answered',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [okta('faq'), field('F32')],
  clients: ALL,
  effect: 'The client waits until its time-out, then counts a failure; what the server did remains unknown.',
  fix: "Look for the request in the server's log; answer within a few seconds.",
  good: '> PATCH /Users/u1 {"op":"replace","path":"title","value":"Engineer"}\n< an answer within a few seconds',
  bad: '> PATCH /Users/u1 {"op":"replace","path":"title","value":"Engineer"}\n< no answer until the time-out',
};

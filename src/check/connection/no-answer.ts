import { ALL, field, okta } from '../authority.js';
import type { StepCheck } from '../check.js';
import { exampleUser, ok, patch, SILENCE } from '../messages.js';

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
  scene: {
    scenario: 'users/leaver',
    request: patch('/Users/u1', { op: 'Replace', path: 'active', value: 'False' }),
    good: ok(exampleUser({ active: false })),
    bad: SILENCE,
  },
};

import { ALL, entra, field, says } from '../authority.js';
import type { StepCheck } from '../check.js';
import { answer, del, refusal } from '../messages.js';

/** SC2603 */
export const DELETE_WORKS: StepCheck = {
  kind: 'step',
  id: 'SC2603',
  roots: ['SC2401', 'SC2402', 'SC2501'],
  title: 'A DELETE is accepted',
  severity: 'error',
  impact: 'access-kept',
  authorities: [says('7644', '3.6', 'Clients request resource removal via DELETE.'), entra('how'), field('F91')],
  clients: ALL,
  effect: 'Accounts and groups that are gone in the directory stay in the app.',
  fix: 'Answer 204 to DELETE, whatever the resource is still connected with.',
  scene: {
    scenario: 'users/leaver',
    request: del('/Users/u1'),
    nth: 1,
    good: answer(204),
    bad: refusal(500, 'delete on table "users" violates foreign key constraint'),
  },
};

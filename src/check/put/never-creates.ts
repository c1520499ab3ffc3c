import { USER_URN } from '../../scim/urn.js';
import { field, must } from '../authority.js';
import type { StepCheck } from '../check.js';
import { created, exampleUser, put, refusal } from '../messages.js';

/** SC2205 */
export const PUT_NEVER_CREATES: StepCheck = {
  kind: 'step',
  id: 'SC2205',
  roots: ['SC1127', 'SC2200'],
  title: 'A PUT to an id that does not exist is answered 404',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [must('7644', '3.5.1', 'HTTP PUT MUST NOT be used to create new resources.'), field('F11')],
  clients: ['okta', 'rfc'],
  effect: 'An account comes into being that the directory does not know, under an id of the client.',
  fix: 'Answer 404; create by POST alone.',
  scene: {
    scenario: 'rfc/put',
    client: 'rfc',
    request: put('/Users/u9', { schemas: [USER_URN], userName: 'put.r1@example.com' }),
    good: refusal(404, 'No such user.'),
    bad: created(exampleUser({ id: 'u9', userName: 'put.r1@example.com' })),
  },
};

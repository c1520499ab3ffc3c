import { USER_URN } from '../../scim/urn.js';
import { field, must } from '../authority.js';
import { defineStepChecks } from '../define.js';
import { created, exampleUser, put, refusal } from '../messages.js';

/** Checks of PUT that need more than one exchange, or a step of a scenario, to be seen. */
export const PUT_STEPS = defineStepChecks([
  {
    id: 'SC2205',
    roots: ['SC1127', 'SC2200'],
    title: 'A PUT to an id that does not exist is answered 404',
    impact: 'data-damaged',
    authorities: [must('7644', '3.5.1', 'HTTP PUT MUST NOT be used to create new resources.'), field('F11')],
    clients: ['okta', 'rfc'],
    effect: 'An account comes into being that the directory does not know, under an id of the client.',
    fix: 'Answer 404; create by POST alone.',
    example: {
      scenario: 'rfc/put',
      client: 'rfc',
      request: put('/Users/u9', { schemas: [USER_URN], userName: 'put.r1@example.com' }),
      good: refusal(404, 'No such user.'),
      bad: created(exampleUser({ id: 'u9', userName: 'put.r1@example.com' })),
    },
  },
]);

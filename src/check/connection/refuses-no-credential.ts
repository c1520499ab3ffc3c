import { ALL, field, says, should } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { get, list, ok, refusal } from '../messages.js';
import { showResponse } from '../show.js';
import { isServed } from './refuses-stranger.js';

/** SC1006: whether it is refused with 401 or otherwise, the administrator never learns; that it is refused counts. */
export const REFUSES_NO_CREDENTIAL = defineResponseCheck({
  id: 'SC1006',
  on: { purposes: ['anonymous'] },
  roots: ['SC1007'],
  title: 'Nobody reads or changes users without a credential',
  impact: 'access-kept',
  safety: true,
  authorities: [
    says('7644', '7.6', 'appropriate security measures should be put in place to prevent or limit exposure to attacks.'),
    should('7644', '3.12', 'Implementers SHOULD handle the identified HTTP status codes as described below.'),
    field('F81'),
  ],
  clients: ALL,
  effect: 'Anyone can read and change your users.',
  fix: 'Answer 401 with WWW-Authenticate: Bearer to every request without an Authorization header.',
  example: { request: get('/Users', 'anonymous'), good: refusal(401, 'A token is missing.'), bad: ok(list([])) },
  judge(observation) {
    return isServed(observation) ? { expected: '401', received: showResponse(observation.response) } : 'fine';
  },
});

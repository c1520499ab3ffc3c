import { ALL, field, should } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { get, list, ok, refusal } from '../messages.js';
import { showResponse } from '../show.js';

/** SC1006: whether it is refused with 401 or otherwise, the administrator never learns; that it is refused counts. */
export const REFUSES_NO_CREDENTIAL = defineResponseCheck({
  id: 'SC1006',
  on: { purposes: ['anonymous'] },
  roots: ['SC1001'],
  title: 'A request without a credential is refused',
  severityFor: { rfc: 'warning' },
  impact: 'access-kept',
  authorities: [should('7644', '3.12', 'Implementers SHOULD handle the identified HTTP status codes as described below.'), field('F81')],
  clients: ALL,
  effect: 'Anybody who knows the address can read and change the directory.',
  fix: 'Answer 401 with WWW-Authenticate: Bearer to every request without an Authorization header.',
  example: { request: get('/Users', 'anonymous'), good: refusal(401, 'A token is missing.'), bad: ok(list([])) },
  judge({ response }) {
    return response.status < 300 ? { expected: '401', received: showResponse(response) } : 'fine';
  },
});

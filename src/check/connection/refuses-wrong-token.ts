import { ALL, field, okta, should } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { get, refusal } from '../messages.js';
import { showResponse } from '../show.js';

/** SC1001: a wrong credential is answered 401. */
export const REFUSES_WRONG_TOKEN = defineResponseCheck({
  id: 'SC1001',
  on: { purposes: ['refuse'] },
  title: 'A wrong credential is answered 401',
  severityFor: { rfc: 'warning' },
  impact: 'access-kept',
  authorities: [
    should('7644', '3.12', 'Implementers SHOULD handle the identified HTTP status codes as described below.'),
    okta('test'),
    field('F81'),
  ],
  clients: ALL,
  effect: 'Anybody can change the directory, or the client cannot tell an expired credential from another fault.',
  fix: 'Answer 401 with a SCIM Error and WWW-Authenticate: Bearer when the credential is missing or wrong.',
  example: { request: get('/Users', 'refuse'), good: refusal(401, 'The token is not valid.'), bad: refusal(403, 'Forbidden.') },
  judge({ response }) {
    if (response.status === 401) return 'fine';
    return { expected: '401 with a SCIM Error', received: showResponse(response), subject: response.status < 300 ? 'accepted' : 'other' };
  },
});

import { ALL, field, okta, should } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { get, refusal } from '../messages.js';
import { showResponse } from '../show.js';

/** SC1001: a wrong credential is refused with 401, and not otherwise. That it is refused at all is SC1007. */
export const REFUSES_WRONG_TOKEN = defineResponseCheck({
  id: 'SC1001',
  on: { purposes: ['refuse'], methods: ['GET'] },
  title: 'A wrong credential is refused with 401',
  severityFor: { rfc: 'warning' },
  impact: 'provisioning-lost',
  authorities: [
    should('7644', '3.12', 'Implementers SHOULD handle the identified HTTP status codes as described below.'),
    okta('test'),
    field('F81'),
  ],
  clients: ALL,
  effect: 'The client cannot tell an expired credential from another fault.',
  fix: 'Answer 401 with a SCIM Error and WWW-Authenticate: Bearer when the credential is missing or wrong.',
  example: { request: get('/Users', 'refuse'), good: refusal(401, 'The token is not valid.'), bad: refusal(403, 'Forbidden.') },
  judge({ response }) {
    if (response.status < 300) return 'silent';
    return response.status === 401 ? 'fine' : { expected: '401 with a SCIM Error', received: showResponse(response) };
  },
});

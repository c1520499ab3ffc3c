import { ALL, field, okta, says, should } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { get, refusal } from '../messages.js';
import { showResponse } from '../show.js';

/** SC2503: asked for on purpose, with an id that nobody has. */
export const UNKNOWN_ID = defineResponseCheck({
  id: 'SC2503',
  on: { methods: ['GET'] },
  roots: ['SC1127', 'SC2502', 'SC1104'],
  title: 'A read of an id that does not exist is answered 404',
  severityFor: { rfc: 'warning', entra: 'warning' },
  impact: 'provisioning-lost',
  authorities: [
    should('7644', '3.12', 'Implementers SHOULD handle the identified HTTP status codes as described below.'),
    says('7644', '3.12', 'Specified resource (e.g., User) or endpoint does not exist.'),
    okta('test'),
    field('F55'),
  ],
  clients: ALL,
  effect: 'A client cannot tell that an account is gone; a 5xx makes it try for ever.',
  fix: 'Answer 404 to every id that is not there, in whatever form it is written.',
  example: {
    request: get('/Users/u9', 'raw'),
    given: { wanted: [404] },
    good: refusal(404, 'No such user.'),
    bad: refusal(500, 'invalid input syntax for type uuid: "u9"'),
  },
  judge({ request, response, addressed, wanted }) {
    if (request.id === undefined || addressed !== undefined || wanted?.includes(404) !== true) return 'silent';
    return response.status === 404 ? 'fine' : { expected: '404', received: showResponse(response), subject: request.resourceType ?? '' };
  },
});

import { ALL, entra, field, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, ok, refusal } from '../messages.js';
import { showResponse } from '../show.js';

/** SC1104: a request that a client really sends never ends in a server error. 501 says "not implemented" and 503 "not now". */
export const SERVER_ERROR = defineResponseCheck({
  id: 'SC1104',
  title: 'A request of the client does not end in a server error',
  impact: 'provisioning-lost',
  authorities: [says('7644', '3.12', 'An internal error.'), entra('quarantine'), field('F55')],
  clients: ALL,
  effect: 'A client takes a 5xx for a passing fault and tries again; the change never arrives.',
  effects: [
    {
      client: 'entra',
      effect: 'Entra takes a 5xx for a passing fault: it retries for ever, and failures add up until the whole job is quarantined.',
    },
  ],
  fix: 'Find the exception behind the answer; answer faults of the request with a 4xx and a SCIM Error.',
  example: { request: get('/Users/u1'), good: ok(exampleUser()), bad: refusal(500, 'relation "users" does not exist') },
  judge({ request, response, wanted }) {
    // A failed write is judged by what the write was for, a provoked refusal by its scenario.
    if (request.purpose === 'update' || request.purpose === 'create' || request.purpose === 'delete' || wanted !== undefined)
      return 'silent';
    if (response.status < 500 || response.status === 501 || response.status === 503) return 'fine';
    return {
      expected: 'a success, or a 4xx with a SCIM Error',
      received: showResponse(response),
      subject: `${request.purpose} ${request.resourceType ?? ''}`,
    };
  },
});

import { ALL, field, says, should } from '../authority.js';
import type { Observation } from '../context.js';
import { defineResponseCheck } from '../define.js';
import { get, list, ok, refusal } from '../messages.js';
import { showResponse } from '../show.js';

/** SC1007: with a wrong credential nothing is served, whether it is read or written. */
export const REFUSES_STRANGER = defineResponseCheck({
  id: 'SC1007',
  on: { purposes: ['refuse'] },
  title: 'Nobody reads or changes users with a wrong credential',
  impact: 'access-kept',
  safety: true,
  authorities: [
    says('7644', '7.6', 'appropriate security measures should be put in place to prevent or limit exposure to attacks.'),
    should('7644', '3.12', 'Implementers SHOULD handle the identified HTTP status codes as described below.'),
    field('F81'),
  ],
  clients: ALL,
  effect: 'Anyone can read and change your users.',
  fix: 'Check the credential before anything else, on reads and on writes, and answer 401 with WWW-Authenticate: Bearer when it is wrong.',
  example: { request: get('/Users', 'refuse'), good: refusal(401, 'The token is not valid.'), bad: ok(list([])) },
  judge(observation) {
    return isServed(observation) ? { expected: '401', received: showResponse(observation.response) } : 'fine';
  },
});

/**
 * Whether a request without the right credential was served: a success, or the answer that somebody who is let in would get to
 * a write to a resource that nobody has.
 */
export function isServed({ request, response }: Pick<Observation, 'request' | 'response'>): boolean {
  return response.status < 300 || (request.method !== 'GET' && [404, 409, 410, 412].includes(response.status));
}

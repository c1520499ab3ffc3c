import { ALL, okta, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, ok, refusal } from '../messages.js';
import { showResponse } from '../show.js';
import { isInactive, isLiving, isVanished, READS } from './reads.js';

/** SC2501 */
export const READ = defineResponseCheck({
  id: 'SC2501',
  on: READS,
  roots: ['SC2402'],
  title: 'A resource that exists can be read by its id',
  impact: 'provisioning-lost',
  authorities: [
    says(
      '7644',
      '3.4.1',
      'If the resource exists, the server responds with HTTP status code 200 (OK) and includes the result in the body of the response.',
    ),
    okta('scim20'),
  ],
  clients: ALL,
  effect: 'A client that reads before it writes takes the resource for gone.',
  effects: [
    { client: 'okta', effect: 'Okta reads before it writes: it stops at a 404 and leaves a task for the administrator.' },
    { client: 'entra', effect: 'Entra reads before it writes, and takes the resource for gone.' },
  ],
  fix: 'Answer GET on the id that the create returned with the resource.',
  example: { request: get('/Users/u1'), given: { resource: exampleUser() }, good: ok(exampleUser()), bad: refusal(404, 'No such user.') },
  judge(observation) {
    if (!isLiving(observation) || isInactive(observation) || observation.response.status >= 500) return 'silent';
    if (isVanished(observation)) return 'silent';
    return observation.response.status === 200
      ? 'fine'
      : {
          expected: '200 with the resource',
          received: showResponse(observation.response),
          subject: observation.request.resourceType ?? '',
        };
  },
});

import { ALL, entra, field, okta } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, ok, refusal } from '../messages.js';
import { showResponse } from '../show.js';
import { isInactive, isLiving, READS } from './reads.js';

/** SC2401 */
export const READ_INACTIVE = defineResponseCheck({
  id: 'SC2401',
  on: READS,
  roots: ['SC2402', 'SC2501', 'SC2703'],
  title: 'A deactivated user can still be read',
  severityFor: { rfc: 'warning' },
  impact: 'provisioning-lost',
  authorities: [entra('develop'), okta('test'), field('F17')],
  clients: ALL,
  effect: 'The client believes that the user was deleted; a return ends in a second account or in a conflict.',
  fix: 'Keep the user with "active": false until a DELETE arrives.',
  example: {
    request: get('/Users/u1'),
    given: { resource: exampleUser({ active: false }) },
    good: ok(exampleUser({ active: false })),
    bad: refusal(404, 'No such user.'),
  },
  judge(observation) {
    if (!isLiving(observation) || !isInactive(observation) || observation.response.status >= 500) return 'silent';
    return observation.response.status === 200
      ? 'fine'
      : { expected: '200 with "active": false', received: showResponse(observation.response) };
  },
});

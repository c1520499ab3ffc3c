import { ALL, entra, field, okta } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, find, list, ok } from '../messages.js';
import { isInactive, isRenamed, judgeHit } from './look-up.js';

/** SC1307 */
export const HIT_INACTIVE = defineResponseCheck({
  id: 'SC1307',
  on: { methods: ['GET'] },
  roots: ['SC1403', 'SC2401', 'SC1303'],
  title: 'A look-up finds a deactivated user',
  severityFor: { rfc: 'warning' },
  impact: 'provisioning-lost',
  authorities: [entra('develop'), okta('scim20'), field('F17')],
  clients: ALL,
  effect: 'The user who comes back is created anew beside the old account, or meets a conflict that nobody can resolve.',
  fix: 'Keep deactivated users in filters and lists, with "active": false, until they are deleted.',
  example: {
    request: find('/Users', 'userName eq "ada@example.com"'),
    given: { hits: [exampleUser({ active: false })] },
    good: ok(list([exampleUser({ active: false })])),
    bad: ok(list([])),
  },
  judge: judgeHit((observation) => isInactive(observation) && !isRenamed(observation) && observation.request.filter?.otherCase !== true),
});

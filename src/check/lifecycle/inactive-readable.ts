import { ALL, entra, field, okta } from '../authority.js';
import type { ResponseCheck } from '../check.js';
import { showResponse } from '../show.js';
import { isInactive, isRead } from './reads.js';

/** SC2401 */
export const READ_INACTIVE: ResponseCheck = {
  kind: 'response',
  id: 'SC2401',
  roots: ['SC2501'],
  title: 'A deactivated user can still be read',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [entra('develop'), okta('test'), field('F17')],
  clients: ALL,
  effect: 'The client believes that the user was deleted; a return ends in a second account or in a conflict.',
  fix: 'Keep the user with "active": false until a DELETE arrives.',
  good: '> GET /Users/u1\n< 200 with "active": false',
  bad: '> GET /Users/u1\n< 404 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"404","detail":"User u1 does not exist."}',
  judge(seen) {
    if (!isRead(seen) || !isInactive(seen) || seen.response.status >= 500) return 'silent';
    return seen.response.status === 200 ? 'fine' : { expected: '200 with "active": false', received: showResponse(seen.response) };
  },
};

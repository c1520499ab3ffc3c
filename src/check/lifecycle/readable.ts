import { ALL, must, okta } from '../authority.js';
import type { ResponseCheck } from '../check.js';
import { showResponse } from '../show.js';
import { isInactive, isRead } from './reads.js';

/** SC2501 */
export const READ: ResponseCheck = {
  kind: 'response',
  id: 'SC2501',
  roots: ['SC2402'],
  title: 'A resource that exists can be read by its id',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [
    must(
      '7644',
      '3.4.1',
      'If the resource exists, the server responds with HTTP status code 200 (OK) and includes the result in the body of the response.',
    ),
    okta('scim20'),
  ],
  clients: ALL,
  effect: 'Both clients read before they write: Okta stops at a 404 and leaves a task for the administrator.',
  fix: 'Answer GET on the id that the create returned with the resource.',
  good: '> GET /Users/u1\n< 200 with the resource',
  bad: '> GET /Users/u1\n< 404 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"404","detail":"u1 does not exist."}',
  judge(seen) {
    if (!isRead(seen) || isInactive(seen) || seen.response.status >= 500) return 'silent';
    return seen.response.status === 200
      ? 'fine'
      : { expected: '200 with the resource', received: showResponse(seen.response), subject: seen.request.resourceType ?? '' };
  },
};

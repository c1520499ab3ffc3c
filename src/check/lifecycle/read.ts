import { getMember, isObject } from '../../scim/json.js';
import { ALL, entra, field, must, okta } from '../authority.js';
import type { ResponseCheck } from '../check.js';
import type { Seen } from '../context.js';
import { showResponse } from '../show.js';

const READS = new Set(['read', 'verify']);

function isRead({ request, addressed }: Seen): boolean {
  return READS.has(request.purpose) && request.method === 'GET' && addressed !== undefined && !addressed.deleted;
}

function isInactive(seen: Seen): boolean {
  return seen.addressed !== undefined && getMember(seen.addressed.resource, 'active') === false;
}

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
  judge(seen) {
    if (!isRead(seen) || isInactive(seen) || seen.response.status >= 500) return 'silent';
    return seen.response.status === 200
      ? 'fine'
      : { expected: '200 with the resource', received: showResponse(seen.response), subject: seen.request.resourceType ?? '' };
  },
};

/** SC2401 */
export const READ_INACTIVE: ResponseCheck = {
  kind: 'response',
  id: 'SC2401',
  title: 'A deactivated user can still be read',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [entra('develop'), okta('test'), field('F17')],
  clients: ALL,
  effect: 'The client believes that the user was deleted; a return ends in a second account or in a conflict.',
  fix: 'Keep the user with "active": false until a DELETE arrives.',
  judge(seen) {
    if (!isRead(seen) || !isInactive(seen) || seen.response.status >= 500) return 'silent';
    return seen.response.status === 200 ? 'fine' : { expected: '200 with "active": false', received: showResponse(seen.response) };
  },
};

/** SC2502 */
export const READ_OTHER: ResponseCheck = {
  kind: 'response',
  id: 'SC2502',
  title: 'A read by id returns the resource with that id',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [
    must(
      '7643',
      '3.1',
      'It MUST be a stable, non-reassignable identifier that does not change when the same resource is returned in subsequent requests.',
    ),
  ],
  clients: ALL,
  effect: "The client compares and writes one person's data with another's.",
  fix: 'Return the resource whose id stands in the path, with that id, always.',
  judge(seen) {
    if (!isRead(seen) || seen.response.status !== 200 || !isObject(seen.response.body)) return 'silent';
    const id = getMember(seen.response.body, 'id');
    return id === seen.addressed?.id
      ? 'fine'
      : { expected: `"id": ${JSON.stringify(seen.addressed?.id)}`, received: `"id": ${JSON.stringify(id)}` };
  },
};

/** SC2402 */
export const SAME_ID: ResponseCheck = {
  kind: 'response',
  id: 'SC2402',
  title: 'A resource keeps its id',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [
    must(
      '7643',
      '3.1',
      'It MUST be a stable, non-reassignable identifier that does not change when the same resource is returned in subsequent requests.',
    ),
    okta('test'),
  ],
  clients: ALL,
  effect: 'The client loses the account: it knows the resource by its id alone.',
  fix: 'Keep the id through renames, deactivation and return.',
  judge({ request, response, addressed }) {
    if (request.purpose !== 'update' || addressed === undefined || response.status !== 200 || !isObject(response.body)) return 'silent';
    const id = getMember(response.body, 'id');
    if (id === undefined) return 'silent';
    return id === addressed.id ? 'fine' : { expected: `"id": ${JSON.stringify(addressed.id)}`, received: `"id": ${JSON.stringify(id)}` };
  },
};

/** SC2601 */
export const GONE: ResponseCheck = {
  kind: 'response',
  id: 'SC2601',
  title: 'A deleted resource is answered 404',
  severity: 'error',
  severityFor: { okta: 'warning' },
  impact: 'access-kept',
  authorities: [
    must(
      '7644',
      '3.6',
      'Service providers MAY choose not to permanently delete the resource but MUST return a 404 (Not Found) error code for all operations associated with the previously deleted resource.',
    ),
    entra('how'),
    field('F91'),
  ],
  clients: ALL,
  effect: 'The client takes the account for deleted while it lives on.',
  fix: 'Answer 404 to every request for the id after the DELETE, and leave it out of lists.',
  judge({ request, response, addressed }) {
    if (addressed === undefined || !addressed.deleted || !READS.has(request.purpose)) return 'silent';
    if (response.status >= 500) return 'silent';
    return response.status === 404 ? 'fine' : { expected: '404', received: showResponse(response), subject: request.resourceType ?? '' };
  },
};

/** SC2602 */
export const DELETED_STATUS: ResponseCheck = {
  kind: 'response',
  id: 'SC2602',
  title: 'A DELETE is answered 204',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    must('7644', '3.6', 'In response to a successful DELETE, the server SHALL return a successful HTTP status code 204 (No Content).'),
    entra('develop'),
    field('F91'),
  ],
  clients: ALL,
  effect: 'Clients that follow the standard to the letter take another status for a failure and try again.',
  fix: 'Answer 204 without a body.',
  judge({ request, response, addressed }) {
    if (request.method !== 'DELETE' || request.purpose !== 'delete' || addressed === undefined || addressed.deleted) return 'silent';
    if (response.status >= 300) return 'silent';
    return response.status === 204 ? 'fine' : { expected: '204', received: String(response.status) };
  },
};

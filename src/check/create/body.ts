import { readResource } from '../../scim/read.js';
import { ALL, entra, field, okta, should } from '../authority.js';
import type { ResponseCheck } from '../check.js';
import { showResponse } from '../show.js';
import { isCreated } from './created.js';

/** SC1202 */
export const CREATED_BODY: ResponseCheck = {
  kind: 'response',
  id: 'SC1202',
  title: 'A create is answered with the resource and its id',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [
    should('7644', '3.3', "The response body SHOULD contain the service provider's representation of the newly created resource."),
    entra('develop'),
    okta('scim20'),
    field('F50'),
  ],
  clients: ALL,
  severityFor: { rfc: 'warning' },
  effect:
    'The client keeps the id for all later requests; without it Okta reports "Create new user returned empty user" and Entra loses the account.',
  fix: 'Return the whole resource with its "id" as a non-empty string.',
  good: '> POST /Users {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"externalId":"u1","userName":"donald.knuth@example.com","active":true,"addresses":[{"type":"work","…\n< the resource with a non-empty string "id"',
  bad: '> POST /Users {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"externalId":"u1","userName":"donald.knuth@example.com","active":true,"addresses":[{"type":"work","…\n< 201 with an empty body',
  judge(seen) {
    if (!isCreated(seen)) return 'silent';
    return readResource(seen.response.body) === undefined
      ? { expected: 'the resource with a non-empty string "id"', received: showResponse(seen.response) }
      : 'fine';
  },
};

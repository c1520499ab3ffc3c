import { ALL, entra, field, okta } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { isCreate, refused } from '../written.js';

/** SC1204 */
export const CREATE: WriteCheck = {
  kind: 'write',
  id: 'SC1204',
  roots: ['SC1202', 'SC1303', 'SC1310', 'SC1308', 'SC1403', 'SC2601', 'SC2603', 'SC2401', 'SC2502'],
  title: "The client's create is accepted",
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [entra('develop'), okta('scim20'), field('F67')],
  clients: ALL,
  effect: 'Nobody is provisioned.',
  fix: 'Accept the body as the client sends it; ignore read-only and unsupported attributes.',
  good: '> POST /Users {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"externalId":"u1","userName":"donald.knuth@example.com","active":true,"addresses":[{"type":"work","…\n< success',
  bad: '> POST /Users {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"externalId":"u1","userName":"donald.knuth@example.com","active":true,"addresses":[{"type":"work","…\n< 400 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"invalidSyntax","detail":"meta is not allowed."}',
  exercises: isCreate,
  explains: refused,
};

import { ALL, entra, field, okta } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { isCreate, refused } from '../written.js';

/** SC1205 */
export const CREATE_STORED: WriteCheck = {
  kind: 'write',
  id: 'SC1205',
  roots: ['SC2502'],
  title: 'A create stores the values that it brings',
  severity: 'error',
  severityFor: { rfc: 'warning' },
  impact: 'provisioning-lost',
  authorities: [entra('develop'), okta('test'), field('F70')],
  clients: ALL,
  effect: 'People arrive without these values; Entra sends them again in every cycle.',
  fix: 'Store every mapped attribute as it was sent, and return it.',
  good: '> POST /Users {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"externalId":"u1","userName":"donald.knuth@example.com","active":true,"addresses":[{"type":"work","…\n< active = true',
  bad: '> POST /Users {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"externalId":"u1","userName":"donald.knuth@example.com","active":true,"addresses":[{"type":"work","…\n< 201, then GET: active: no value',
  exercises: isCreate,
  explains: (trouble) => !refused(trouble),
};

import { field, okta } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { brings, isPut } from '../written.js';

/** SC2203 */
export const PUT_ACTIVE: WriteCheck = {
  kind: 'write',
  id: 'SC2203',
  title: 'A PUT stores active',
  severity: 'error',
  impact: 'access-kept',
  authorities: [okta('scim20'), field('F11'), field('F68')],
  clients: ['okta', 'rfc'],
  effect: 'Apps of the wizard are deactivated by PUT: leavers keep their access.',
  fix: 'Read active from the body of a PUT.',
  good: '> PUT /Users/u1 {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"id":"u1","userName":"tim.lee@example.com","name":{"formatted":"Tim Lee","familyName":"Lee","give…\n< active = false',
  bad: '> PUT /Users/u1 {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"id":"u1","userName":"tim.lee@example.com","name":{"formatted":"Tim Lee","familyName":"Lee","give…\n< 200, then GET: active = true',
  exercises: (operation, write) => isPut(operation) && brings(write, 'active'),
  explains: (trouble) => trouble.path === 'active',
};

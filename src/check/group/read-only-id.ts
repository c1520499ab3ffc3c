import { field, okta } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { refused } from '../written.js';

/** SC2307 */
export const READ_ONLY_ID: WriteCheck = {
  kind: 'write',
  id: 'SC2307',
  title: 'The id of the resource itself may stand in the value of a PATCH',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [okta('scim20'), field('F27')],
  clients: ['okta'],
  effect: 'Okta renames with {"id": …, "displayName": …}: a server that refuses the id refuses every change of the group.',
  fix: 'Ignore read-only attributes whose value is the one that the resource has.',
  good: '> PATCH /Groups/u1 {"op":"replace","value":{"id":"u1","displayName":"Sales"}}\n< success',
  bad: '> PATCH /Groups/u1 {"op":"replace","value":{"id":"u1","displayName":"Sales"}}\n< 400 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"mutability","detail":"id is read-only."}',
  exercises: (operation) => operation.attribute === 'id',
  explains: refused,
};

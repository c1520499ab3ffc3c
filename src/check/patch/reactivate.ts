import { ALL, entra, field, okta } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { notDoneOrRefused, setsActive } from '../written.js';

/** SC2119 */
export const REACTIVATE: WriteCheck = {
  kind: 'write',
  id: 'SC2119',
  title: 'A deactivated user can be activated again',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [entra('how'), okta('scim20'), field('F18'), field('F38')],
  clients: ALL,
  effect: 'People who come back stay locked out, and the client tries again in every cycle.',
  fix: 'Accept active = true on a deactivated user, by PATCH and by PUT.',
  good: '> PATCH /Users/u1 {"op":"Replace","path":"active","value":true}\n< success',
  bad: '> PATCH /Users/u1 {"op":"Replace","path":"active","value":true}\n< 400 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"invalidValue","detail":"An inactive user cannot be activated."}',
  exercises: (operation, write) => setsActive(operation, write, true),
  explains: notDoneOrRefused,
};

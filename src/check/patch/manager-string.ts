import { entra, field } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { notDoneOrRefused } from '../written.js';

/** SC2111 */
export const MANAGER_STRING: WriteCheck = {
  kind: 'write',
  id: 'SC2111',
  title: 'A manager that arrives as a bare id is understood',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [entra('develop'), field('F20')],
  clients: ['entra'],
  effect: 'Entra sends the manager as a plain string: the hierarchy stays empty, or every update of the user fails.',
  fix: 'Take a string for manager as manager.value.',
  good: '> PATCH /Users/u1 {"op":"Add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager","value":"u2"}\n< success',
  bad: '> PATCH /Users/u1 {"op":"Add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager","value":"u2"}\n< 400 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"invalidValue","detail":"manager must be an object."}',
  exercises: (operation) => operation.attribute === 'manager' && operation.path?.sub === undefined && operation.kind !== 'remove',
  explains: notDoneOrRefused,
};

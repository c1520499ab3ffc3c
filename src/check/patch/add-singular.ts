import { ALL, field, must } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { notDoneOrRefused, ofMembers } from '../written.js';

/** SC2112 */
export const ADD_SINGULAR: WriteCheck = {
  kind: 'write',
  id: 'SC2112',
  title: 'An add to a single-valued attribute sets it',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [
    must('7644', '3.5.2.1', 'If the target location specifies a single-valued attribute, the existing value is replaced.'),
    field('F37'),
  ],
  clients: ALL,
  effect: 'Entra addsMembers wherever the target has no value yet: first titles, first departments never arrive.',
  fix: 'Treat add like replace for single-valued attributes.',
  good: '> PATCH /Users/u1 {"op":"Add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager","value":"u2"}\n< success',
  bad: '> PATCH /Users/u1 {"op":"Add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager","value":"u2"}\n< 400 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"invalidSyntax","detail":"add is not a valid choice for urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager."}',
  exercises: (operation) =>
    operation.kind === 'add' && operation.path?.filter === undefined && !ofMembers(operation) && !Array.isArray(operation.value),
  explains: notDoneOrRefused,
};

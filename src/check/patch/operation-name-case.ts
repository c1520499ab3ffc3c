import { entra, field } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { notDoneOrRefused, patched } from '../written.js';

/** SC2101 */
export const OP_CASE: WriteCheck = {
  kind: 'write',
  id: 'SC2101',
  title: 'The name of an operation counts without regard to case',
  severity: 'error',
  impact: 'access-kept',
  authorities: [entra('develop'), entra('compliance'), field('F04')],
  clients: ['entra'],
  effect: 'Entra sends "Add", "Replace" and "Remove": every change and every deactivation is lost.',
  fix: 'Compare "op" without regard to case.',
  good: '> PATCH /Groups/u1 {"op":"Add","path":"members","value":[{"$ref":null,"value":"u2"},{"$ref":null,"value":"u3"}]}\n< success',
  bad: '> PATCH /Groups/u1 {"op":"Add","path":"members","value":[{"$ref":null,"value":"u2"},{"$ref":null,"value":"u3"}]}\n< 400 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"invalidSyntax","detail":"The operation must be one of add, replace, remove."}',
  exercises: (operation) => patched(operation) && operation.op !== operation.op?.toLowerCase(),
  explains: notDoneOrRefused,
};

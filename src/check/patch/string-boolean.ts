import { entra, field } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { notDoneOrRefused } from '../written.js';

/** SC2102 */
export const STRING_BOOLEAN: WriteCheck = {
  kind: 'write',
  id: 'SC2102',
  title: 'A boolean that arrives as "True" or "False" is understood',
  severity: 'error',
  impact: 'access-kept',
  authorities: [entra('compliance'), field('F01')],
  clients: ['entra'],
  effect: 'Entra disables with "active": "False" as text: a server that refuses, ignores or stores the text keeps the leaver\'s access.',
  fix: 'Accept "true" and "false" in any case as text for boolean attributes, and answer with a JSON boolean.',
  good: '> PATCH /Users/u1 {"op":"Replace","path":"active","value":"False"}\n< success',
  bad: '> PATCH /Users/u1 {"op":"Replace","path":"active","value":"False"}\n< 400 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"invalidValue","detail":"active must be a boolean."}',
  exercises: (operation) => operation.stringBoolean,
  explains: notDoneOrRefused,
};

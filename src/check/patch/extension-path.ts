import { ALL, entra, field, must } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { notDoneOrRefused } from '../written.js';

/** SC2109 */
export const EXTENSION_PATH: WriteCheck = {
  kind: 'write',
  id: 'SC2109',
  title: 'A path with a schema URN reaches the extension attribute',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [
    must('7644', '3.10', 'All facets (URN, attribute, and sub-attribute name) of the fully encoded attribute name are case insensitive.'),
    entra('develop'),
    field('F09'),
  ],
  clients: ALL,
  effect: 'Departments, managers and all custom attributes are lost; servers that split at the dot of "2.0" store them under a wrong name.',
  fix: 'Match the known schema URNs as a prefix first, then ":" and the attribute, then "." and the sub-attribute.',
  good: '> PATCH /Users/u1 {"op":"Add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager","value":"u2"}\n< urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager = {"value":"u1"}',
  bad: '> PATCH /Users/u1 {"op":"Add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager","value":"u2"}\n< 200, then GET: urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager: no value',
  exercises: (operation) => operation.hasPath && operation.path?.urn !== undefined && operation.kind !== 'remove',
  explains: notDoneOrRefused,
};

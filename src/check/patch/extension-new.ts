import { ALL, field, must } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { notDoneOrRefused } from '../written.js';

/** SC2110 */
export const EXTENSION_NEW: WriteCheck = {
  kind: 'write',
  id: 'SC2110',
  title: 'An extension that the resource does not have yet is created by a PATCH',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [
    must(
      '7644',
      '3.5.2',
      'Clients MAY implicitly modify the "schemas" attribute by adding (or replacing) an attribute with its fully qualified name, including schema URN.',
    ),
    field('F45'),
  ],
  clients: ALL,
  effect: 'The first department of a person who had none fails.',
  fix: 'Create the extension object and add its URN to "schemas".',
  good: '> PATCH /Users/u1 {"op":"Add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department","value":"Research"}\n< success',
  bad: '> PATCH /Users/u1 {"op":"Add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department","value":"Research"}\n< 500 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"500","detail":"Unexpected undefined extension."}',
  exercises: (operation) => operation.newExtension && operation.kind !== 'remove',
  explains: notDoneOrRefused,
};

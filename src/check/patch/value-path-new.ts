import { entra, field } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { notDoneOrRefused, ofMembers } from '../written.js';

/** SC2103 */
export const VALUE_PATH_NEW: WriteCheck = {
  kind: 'write',
  id: 'SC2103',
  title: 'A value path to an entry that is not there yet creates it',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [entra('develop'), field('F06')],
  clients: ['entra'],
  effect: 'Entra addsMembers a work address, a phone or a role this way: the value is lost, or the whole update fails.',
  fix: 'Create the entry with what the filter says (type: "work"), then set the sub-attribute. The standard\'s noTarget loses against Entra here.',
  good: '> PATCH /Users/u1 {"op":"Add","path":"addresses[type eq \\"work\\"].streetAddress","value":"1 Example Way"},{"op":"Add","path":"addresses[type eq \\"work\\"].locality","value":"Exampleton"},{"op":"Replace","path":"active","value":"False…\n< success',
  bad: '> PATCH /Users/u1 {"op":"Add","path":"addresses[type eq \\"work\\"].streetAddress","value":"1 Example Way"},{"op":"Add","path":"addresses[type eq \\"work\\"].locality","value":"Exampleton"},{"op":"Replace","path":"active","value":"False…\n< 400 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"noTarget","detail":"Nothing matches the path addresses[type eq \\"work\\"].streetAddress."}',
  exercises: (operation) => operation.newElement && operation.kind !== 'remove' && !ofMembers(operation),
  explains: notDoneOrRefused,
};

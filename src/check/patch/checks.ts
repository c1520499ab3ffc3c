import { isObject, type JsonObject } from '../../scim/json.js';
import { ALL, entra, field, must, okta } from '../authority.js';
import type { WriteCheck } from '../check.js';
import type { Trouble, Written } from '../context.js';
import type { WriteOperation } from '../operation.js';

const patched = (operation: WriteOperation): boolean =>
  operation.kind === 'add' || operation.kind === 'replace' || operation.kind === 'remove';
const onUser = (write: Written): boolean => write.request.resourceType === 'User';
const ofMembers = (operation: WriteOperation): boolean => operation.attribute === 'members';
/** The target refused, or answered well and did not do it. */
const notDone = (trouble: Trouble): boolean => trouble.kind !== 'extra' && trouble.operation !== undefined;
const refused = (trouble: Trouble): boolean => trouble.kind === 'refused';
const notDoneOrRefused = (trouble: Trouble): boolean => refused(trouble) || notDone(trouble);

/** An element beside the one that the filter names. */
const besideFilter = (trouble: Trouble, write: Written): boolean =>
  write.operations.some(
    (operation) => operation.path?.filter !== undefined && trouble.path.toLowerCase().startsWith(`${operation.attribute}[`),
  );
const bodyOf = (write: Written): JsonObject => (isObject(write.request.body) ? write.request.body : {});
/** `active` set to this value, as a boolean or as Entra's text. */
const setsActive = (operation: WriteOperation, write: Written, value: boolean): boolean => {
  if (operation.kind === 'put') return bodyOf(write)['active'] === value && write.before?.['active'] === !value;
  return operation.attribute === 'active' && String(operation.value).toLowerCase() === String(value);
};

/** SC2100 */
export const PATCH_SUPPORTED: WriteCheck = {
  kind: 'write',
  id: 'SC2100',
  decisive: true,
  title: 'PATCH is supported',
  severity: 'error',
  impact: 'access-kept',
  authorities: [entra('develop'), okta('scim20'), field('F10')],
  clients: ALL,
  effect: 'Entra updates and disables by PATCH alone, whatever ServiceProviderConfig says: leavers keep their access.',
  fix: 'Support PATCH on /Users/{id} and /Groups/{id}.',
  exercises: patched,
  explains: (trouble, write) => refused(trouble) && [404, 405, 501].includes(write.response.status),
};

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
  exercises: (operation) => patched(operation) && operation.op !== operation.op?.toLowerCase(),
  explains: notDoneOrRefused,
};

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
  exercises: (operation) => operation.stringBoolean,
  explains: notDoneOrRefused,
};

/** SC2103 */
export const VALUE_PATH_NEW: WriteCheck = {
  kind: 'write',
  id: 'SC2103',
  title: 'A value path to an entry that is not there yet creates it',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [entra('develop'), field('F06')],
  clients: ['entra'],
  effect: 'Entra adds a work address, a phone or a role this way: the value is lost, or the whole update fails.',
  fix: 'Create the entry with what the filter says (type: "work"), then set the sub-attribute. The standard\'s noTarget loses against Entra here.',
  exercises: (operation) => operation.newElement && operation.kind !== 'remove' && !ofMembers(operation),
  explains: notDoneOrRefused,
};

/** SC2104 */
export const VALUE_PATH_OTHERS: WriteCheck = {
  kind: 'write',
  id: 'SC2104',
  title: 'A filtered replace changes only the matching element',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [must('7644', '3.5.2.3', 'the matching sub-attribute of all matching records is replaced.'), entra('develop')],
  clients: ALL,
  effect: 'Entra sends this on every change of address: people lose their other addresses.',
  fix: 'Apply the value filter before replacing.',
  exercises: (operation) => operation.path?.filter !== undefined && !ofMembers(operation),
  // What was meant for one element went to another: both show.
  explains: (trouble, write) =>
    !refused(trouble) && write.troubles.some((each) => each.operation === undefined && besideFilter(each, write)),
};

/** SC2105 */
export const VALUE_PATH: WriteCheck = {
  kind: 'write',
  id: 'SC2105',
  title: 'A value path reaches the element that it names',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [must('7644', '3.5.2.3', 'the matching sub-attribute of all matching records is replaced.'), entra('develop'), field('F95')],
  clients: ALL,
  effect: 'Changes of addresses, phones and roles never arrive.',
  fix: 'Support paths such as emails[type eq "work"].value in add, replace and remove.',
  exercises: (operation) => operation.path?.filter !== undefined && !ofMembers(operation),
  explains: notDoneOrRefused,
};

/** SC2106 */
export const PATHLESS: WriteCheck = {
  kind: 'write',
  id: 'SC2106',
  title: 'A replace without a path applies each member of its value',
  severity: 'error',
  impact: 'access-kept',
  authorities: [
    must('7644', '3.5.2.3', 'If the "path" parameter is omitted, the target is assumed to be the resource itself.'),
    okta('scim20'),
    entra('compliance'),
    field('F05'),
  ],
  clients: ALL,
  effect: 'Okta deactivates with {"op":"replace","value":{"active":false}}: the leaver keeps the access.',
  fix: 'Treat each member of "value" as an operation on its own path.',
  exercises: (operation) => patched(operation) && !operation.hasPath,
  explains: notDoneOrRefused,
};

/** SC2107 */
export const PATHLESS_DOTTED: WriteCheck = {
  kind: 'write',
  id: 'SC2107',
  title: 'Dotted keys in a value without a path are sub-attributes',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [entra('compliance'), field('F07')],
  clients: ['entra'],
  effect: 'With the flag aadOptscim062020 Entra changes names this way: they never arrive, or are stored under a key "name.givenName".',
  fix: 'Expand a key "a.b" to the sub-attribute b of a.',
  exercises: (operation) => !operation.hasPath && /^[^:]+\.[^:]+$/.test(operation.text ?? ''),
  explains: notDoneOrRefused,
};

/** SC2108 */
export const PATHLESS_URN: WriteCheck = {
  kind: 'write',
  id: 'SC2108',
  title: 'Keys with a schema URN in a value without a path are extension attributes',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [
    entra('compliance'),
    must('7644', '3.10', 'All facets (URN, attribute, and sub-attribute name) of the fully encoded attribute name are case insensitive.'),
    field('F08'),
  ],
  clients: ['entra'],
  effect: 'With the flag aadOptscim062020 Entra changes departments and employee numbers this way: the values never arrive.',
  fix: 'Resolve "urn:…:User:department" to the attribute of the extension, split after the last colon, and create the extension if need be.',
  exercises: (operation) => !operation.hasPath && (operation.text ?? '').startsWith('urn:'),
  explains: notDoneOrRefused,
};

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
  exercises: (operation) => operation.hasPath && operation.path?.urn !== undefined && operation.kind !== 'remove',
  explains: notDoneOrRefused,
};

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
  exercises: (operation) => operation.newExtension && operation.kind !== 'remove',
  explains: notDoneOrRefused,
};

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
  exercises: (operation) => operation.attribute === 'manager' && operation.path?.sub === undefined && operation.kind !== 'remove',
  explains: notDoneOrRefused,
};

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
  effect: 'Entra adds wherever the target has no value yet: first titles, first departments never arrive.',
  fix: 'Treat add like replace for single-valued attributes.',
  exercises: (operation) =>
    operation.kind === 'add' && operation.path?.filter === undefined && !ofMembers(operation) && !Array.isArray(operation.value),
  explains: notDoneOrRefused,
};

/** SC2113 */
export const REPLACE_SINGULAR: WriteCheck = {
  kind: 'write',
  id: 'SC2113',
  title: 'A replace sets the attribute that it names',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [
    must('7644', '3.5.2.3', 'If the target location is a single-value attribute, the attributes value is replaced.'),
    entra('develop'),
    field('F70'),
  ],
  clients: ALL,
  effect: 'Changes of names and attributes never arrive, and Entra sends them again in every cycle.',
  fix: 'Store the value as it was sent, with its type.',
  exercises: (operation) => operation.kind === 'replace' && operation.path?.filter === undefined && !ofMembers(operation),
  explains: notDoneOrRefused,
};

/** SC2114 */
export const REMOVE: WriteCheck = {
  kind: 'write',
  id: 'SC2114',
  title: 'A remove takes the value away',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [
    must(
      '7644',
      '3.5.2.2',
      'If the target location is a single-value attribute, the attribute and its associated value is removed, and the attribute SHALL be considered unassigned.',
    ),
    field('F58'),
  ],
  clients: ALL,
  effect: 'A title or a phone number that is gone in the directory stays in the app.',
  fix: 'Apply remove operations; absent, null and "no value" are the same.',
  exercises: (operation) => operation.kind === 'remove' && !ofMembers(operation),
  explains: notDoneOrRefused,
};

/** SC2115 */
export const ONLY_WHAT_IS_ASKED: WriteCheck = {
  kind: 'write',
  id: 'SC2115',
  title: 'A PATCH leaves everything else as it was',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [
    must(
      '7644',
      '3.5.2',
      'Each PATCH operation represents a single action to be applied to the same SCIM resource specified by the request URI.',
    ),
  ],
  clients: ALL,
  effect: 'A change of one attribute damages others.',
  fix: 'Change only what the operations name.',
  exercises: (operation, write) => patched(operation) && onUser(write),
  explains: (trouble) => trouble.operation === undefined && !refused(trouble),
};

/** SC2116 */
export const DEACTIVATE: WriteCheck = {
  kind: 'write',
  id: 'SC2116',
  title: 'A deactivation takes effect',
  severity: 'error',
  impact: 'access-kept',
  authorities: [entra('develop'), okta('scim20'), field('F38')],
  clients: ALL,
  effect: 'Leavers keep their access.',
  fix: 'Store active and return it in every answer.',
  exercises: (operation, write) => operation.kind !== 'put' && setsActive(operation, write, false),
  explains: notDoneOrRefused,
};

/** SC2117 */
export const SEVERAL_OPERATIONS: WriteCheck = {
  kind: 'write',
  id: 'SC2117',
  title: 'A PATCH may hold several operations',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [must('7644', '3.5.2', 'Operations are applied sequentially in the order they appear in the array.'), field('F95')],
  clients: ALL,
  effect: 'Entra sends all changes of a person in one PATCH: one that is not understood loses them all.',
  fix: 'Apply every operation of the list, in its order.',
  exercises: (_operation, write) =>
    Array.isArray(bodyOf(write)['Operations']) && (bodyOf(write)['Operations'] as readonly unknown[]).length > 1,
  explains: notDoneOrRefused,
};

/** SC2118 */
export const WRITE_KEPT: WriteCheck = {
  kind: 'write',
  id: 'SC2118',
  title: 'A write that was answered well is kept',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [
    must(
      '7644',
      '3.5.2',
      'Each PATCH operation represents a single action to be applied to the same SCIM resource specified by the request URI.',
    ),
    field('F70'),
  ],
  clients: ALL,
  effect: 'The client believes that its changes arrived; nothing in the app changes.',
  fix: 'Store what the request asks for before answering 200 or 204, or answer with an error.',
  exercises: patched,
  explains: notDone,
};

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
  exercises: (operation, write) => setsActive(operation, write, true),
  explains: notDoneOrRefused,
};

export const PATCH_CHECKS: readonly WriteCheck[] = [
  PATCH_SUPPORTED,
  OP_CASE,
  WRITE_KEPT,
  ONLY_WHAT_IS_ASKED,
  SEVERAL_OPERATIONS,
  PATHLESS,
  REPLACE_SINGULAR,
  ADD_SINGULAR,
  REMOVE,
  VALUE_PATH,
  EXTENSION_PATH,
  DEACTIVATE,
  STRING_BOOLEAN,
  PATHLESS_DOTTED,
  PATHLESS_URN,
  EXTENSION_NEW,
  MANAGER_STRING,
  VALUE_PATH_NEW,
  VALUE_PATH_OTHERS,
  REACTIVATE,
];

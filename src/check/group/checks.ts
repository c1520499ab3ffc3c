import { ALL, entra, field, must, okta } from '../authority.js';
import type { WriteCheck } from '../check.js';
import type { Trouble, Written } from '../context.js';
import type { WriteOperation } from '../operation.js';

const ofMembers = (operation: WriteOperation): boolean => operation.attribute === 'members';
const refused = (trouble: Trouble): boolean => trouble.kind === 'refused';
const asked = (trouble: Trouble): boolean => trouble.operation !== undefined;
const isGroup = (write: Written): boolean => write.request.resourceType === 'Group';
const removesByList = (operation: WriteOperation): boolean =>
  ofMembers(operation) && operation.kind === 'remove' && Array.isArray(operation.value);
const removesByFilter = (operation: WriteOperation): boolean =>
  ofMembers(operation) && operation.kind === 'remove' && operation.path?.filter !== undefined;
const adds = (operation: WriteOperation): boolean => ofMembers(operation) && operation.kind === 'add';

/** Taking the last member out leaves an empty group either way: only with others in it does a removal prove something. */
const othersRemain = (operation: WriteOperation, write: Written): boolean => {
  const members = write.before?.['members'];
  const removed = Array.isArray(operation.value) ? operation.value.length : 1;
  return Array.isArray(members) && members.length > removed;
};

/** SC2301 */
export const ADD_MEMBERS: WriteCheck = {
  kind: 'write',
  id: 'SC2301',
  title: 'Added members are in the group',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [
    must('7644', '3.5.2.1', 'If the target location specifies a multi-valued attribute, a new value is added to the attribute.'),
    entra('develop'),
    okta('scim20'),
    field('F42'),
  ],
  clients: ALL,
  effect: 'People are missing from their groups, and with that the access that they need.',
  fix: 'Add every listed member; a missing type means User, "$ref": null and "display": null mean nothing.',
  exercises: adds,
  explains: (trouble) => refused(trouble) || (asked(trouble) && trouble.kind === 'missing'),
};

/** SC2302 */
export const REMOVE_BY_LIST: WriteCheck = {
  kind: 'write',
  id: 'SC2302',
  title: 'A removal with a list of members removes these members and no others',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [entra('compliance'), field('F02')],
  clients: ['entra'],
  effect: 'Entra removes one member this way: servers that ignore the list empty the whole group, others keep the leaver in it.',
  fix: 'When a remove of "members" carries a value, remove only the members listed there.',
  exercises: removesByList,
  proves: othersRemain,
  explains: (trouble) => refused(trouble) || trouble.path.startsWith('members'),
};

/** SC2303 */
export const REMOVE_BY_FILTER: WriteCheck = {
  kind: 'write',
  id: 'SC2303',
  title: 'A removal by filter removes the member that it names and no others',
  severity: 'error',
  impact: 'access-kept',
  authorities: [
    must('7644', '3.5.2.2', 'the values matched by the filter are removed.'),
    okta('scim20'),
    entra('compliance'),
    field('F03'),
  ],
  clients: ALL,
  effect: 'Whoever leaves a group keeps its access, or everybody in it loses theirs.',
  fix: 'Support the path members[value eq "<id>"] in remove operations.',
  exercises: removesByFilter,
  proves: othersRemain,
  explains: (trouble) => refused(trouble) || trouble.path.startsWith('members'),
};

/** SC2304 */
export const OTHER_MEMBERS: WriteCheck = {
  kind: 'write',
  id: 'SC2304',
  title: 'An addition of members leaves the others in the group',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [
    must('7644', '3.5.2.1', 'If the target location specifies a multi-valued attribute, a new value is added to the attribute.'),
    field('F32'),
  ],
  clients: ALL,
  effect: 'Whoever is added pushes others out of the group.',
  fix: 'Add to the list; replace it only when the operation says replace.',
  exercises: adds,
  explains: (trouble, write) => !refused(trouble) && (!asked(trouble) || write.together === true) && trouble.path.startsWith('members'),
};

/** SC2305 */
export const REPLACE_MEMBERS: WriteCheck = {
  kind: 'write',
  id: 'SC2305',
  title: 'A replaced list of members is the list of members',
  severity: 'error',
  impact: 'access-kept',
  authorities: [
    must(
      '7644',
      '3.5.2.3',
      'If the target location is a multi-valued attribute and no filter is specified, the attribute and all values are replaced.',
    ),
    okta('scim20'),
  ],
  clients: ['okta', 'rfc'],
  effect: 'After "Push now" the group is not the one of the directory.',
  fix: 'Replace the whole list, with an empty one too.',
  exercises: (operation) => ofMembers(operation) && operation.kind === 'replace',
  explains: (trouble) => refused(trouble) || trouble.path.startsWith('members'),
};

/** SC2306 */
export const RENAME: WriteCheck = {
  kind: 'write',
  id: 'SC2306',
  title: 'A group can be renamed',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [entra('develop'), okta('scim20'), field('F29'), field('F36')],
  clients: ALL,
  effect: 'The group keeps its old name; Okta repeats the rename before every change of members, so these fail as well.',
  fix: 'Accept changes of displayName and externalId, with a path or without.',
  exercises: (operation, write) => isGroup(write) && (operation.attribute === 'displayname' || operation.attribute === 'externalid'),
  explains: (trouble) => refused(trouble) || (asked(trouble) && !trouble.path.startsWith('members')),
};

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
  exercises: (operation) => operation.attribute === 'id',
  explains: refused,
};

/** SC2308 */
export const GROUP_UNTOUCHED: WriteCheck = {
  kind: 'write',
  id: 'SC2308',
  title: 'A change of the name leaves the members in the group',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [
    must(
      '7644',
      '3.5.2',
      'Each PATCH operation represents a single action to be applied to the same SCIM resource specified by the request URI.',
    ),
    okta('scim20'),
  ],
  clients: ALL,
  effect: 'A renamed group loses its members, and with them everybody their access.',
  fix: 'Change only what the operation names.',
  exercises: (operation, write) => isGroup(write) && !ofMembers(operation) && (operation.kind === 'replace' || operation.kind === 'add'),
  explains: (trouble) => !refused(trouble) && !asked(trouble) && trouble.path.startsWith('members'),
};

/** SC2309 */
export const PARALLEL_MEMBERS: WriteCheck = {
  kind: 'write',
  id: 'SC2309',
  title: 'Members that are added at the same moment are all in the group',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [
    must('7644', '3.5.2', 'A PATCH request, regardless of the number of operations, SHALL be treated as atomic.'),
    field('F31'),
  ],
  clients: ['entra', 'rfc'],
  effect: 'Entra changes one group with several requests at once: the last writer wins and people are lost from it.',
  fix: 'Apply every change of a group under a lock or in one transaction, as a change and not as a new list.',
  exercises: (operation, write) => write.together === true && ofMembers(operation),
  explains: (trouble) => refused(trouble) || trouble.path.startsWith('members'),
};

export const GROUP_CHECKS: readonly WriteCheck[] = [
  ADD_MEMBERS,
  REPLACE_MEMBERS,
  RENAME,
  REMOVE_BY_LIST,
  REMOVE_BY_FILTER,
  OTHER_MEMBERS,
  GROUP_UNTOUCHED,
  READ_ONLY_ID,
  PARALLEL_MEMBERS,
];

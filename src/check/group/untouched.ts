import { ALL, must, okta } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { asked, ofMembers, onGroup, refused } from '../written.js';

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
  good: '> PATCH /Groups/u1 {"op":"Replace","path":"displayName","value":"Renamed People"}\n< members = ["u1"]',
  bad: '> PATCH /Groups/u1 {"op":"Replace","path":"displayName","value":"Renamed People"}\n< 200, then GET: members = []',
  exercises: (operation, write) => onGroup(write) && !ofMembers(operation) && (operation.kind === 'replace' || operation.kind === 'add'),
  explains: (trouble) => !refused(trouble) && !asked(trouble) && trouble.path.startsWith('members'),
};

import { ALL, okta, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleGroup, exampleGroupOf, patch } from '../messages.js';
import { asked, ofMembers, onGroup, refused } from '../written.js';

/** SC2308 */
export const GROUP_UNTOUCHED = defineWriteCheck({
  id: 'SC2308',
  scope: 'group',
  roots: ['SC2115'],
  title: 'A change of the name or of another value leaves the members in the group',
  impact: 'data-damaged',
  authorities: [
    says(
      '7644',
      '3.5.2',
      'Each PATCH operation represents a single action to be applied to the same SCIM resource specified by the request URI.',
    ),
    okta('scim20'),
  ],
  clients: ALL,
  effect: 'A group that is renamed, or gets another external id, loses its members, and they lose their access.',
  fix: 'Change only what the operation names.',
  example: {
    request: patch('/Groups/g1', { op: 'replace', path: 'displayName', value: 'Research' }),
    given: { resource: exampleGroupOf('u1') },
    good: changed({ ...exampleGroupOf('u1'), displayName: 'Research' }),
    bad: changed(exampleGroup({ displayName: 'Research' })),
  },
  exercises: (operation, write) => onGroup(write) && !ofMembers(operation) && (operation.kind === 'replace' || operation.kind === 'add'),
  explains: (difference) => !refused(difference) && !asked(difference) && difference.path.startsWith('members'),
});

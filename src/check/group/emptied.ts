import { ALL, must, says } from '../authority.js';
import type { Difference, ObservedWrite } from '../context.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleGroupOf, patch, refusal } from '../messages.js';
import { asked, isOfForm, isPut, ofMembers, onGroup, refused } from '../written.js';
import { leavesNobody, memberStates } from './member-states.js';

/** SC2319 */
export const EMPTIED = defineWriteCheck({
  id: 'SC2319',
  decisive: 'until-held',
  scope: 'group',
  title: 'The last member can leave a group',
  impact: 'access-kept',
  authorities: [
    must(
      '7644',
      '3.5.2.2',
      'If the target location is a multi-valued attribute and no filter is specified, the attribute and all values are removed, and the attribute SHALL be considered unassigned.',
    ),
    says('7643', '4.2', 'A list of members of the Group.'),
  ],
  clients: ALL,
  effect: 'Who is the last in a group stays in it, and keeps the access that it gives.',
  fix: 'Accept and carry out a change that leaves a group without members.',
  example: {
    request: patch('/Groups/g1', { op: 'remove', path: 'members[value eq "u1"]' }),
    given: { resource: exampleGroupOf('u1') },
    good: changed(exampleGroupOf()),
    bad: refusal(400, 'A group must have at least one member.', 'invalidValue'),
  },
  exercises: (operation, write) => onGroup(write) && (ofMembers(operation) || isPut(operation)) && leavesNobody(write),
  // Targets carry PUT and PATCH out in code of their own.
  proves: (operation, write) => write.parallel !== true && !isPut(operation) && memberStates(write).at(-1)?.length === 0,
  explains: (difference, write) =>
    (refused(difference) && (isOfForm(write.response.status) || write.response.status === 409)) || isLeftIn(difference, write),
});

/** Whether somebody is still in a group that was answered well, and that was to be empty, if only between two operations. */
function isLeftIn(difference: Difference, write: ObservedWrite): boolean {
  return leavesNobody(write) && asked(difference) && difference.kind === 'kept' && difference.path.startsWith('members[');
}

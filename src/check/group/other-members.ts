import { ALL, field, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleGroupOf, patch } from '../messages.js';
import { addsMembers, asked, refused } from '../written.js';

/** SC2304 */
export const OTHER_MEMBERS = defineWriteCheck({
  id: 'SC2304',
  scope: 'group',
  roots: ['SC2317'],
  title: 'An addition of members leaves the others in the group',
  impact: 'data-damaged',
  authorities: [
    says('7644', '3.5.2.1', 'If the target location specifies a multi-valued attribute, a new value is added to the attribute.'),
    field('F32'),
  ],
  clients: ALL,
  effect: 'Whoever is added pushes others out of the group.',
  fix: 'Add to the list; replace it only when the operation says replace.',
  example: {
    request: patch('/Groups/g1', { op: 'add', path: 'members', value: [{ value: 'u2' }] }),
    given: { resource: exampleGroupOf('u1') },
    good: changed(exampleGroupOf('u1', 'u2')),
    bad: changed(exampleGroupOf('u2')),
  },
  exercises: addsMembers,
  // Whom an addition pushes out must have been there.
  proves: (_operation, { before }) => Array.isArray(before?.['members']) && before['members'].length > 0,
  explains: (difference, write) =>
    !refused(difference) && (!asked(difference) || write.parallel === true) && difference.path.startsWith('members'),
});

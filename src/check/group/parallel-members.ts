import { field, must } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleGroupOf, patch } from '../messages.js';
import { ofMembers, refused } from '../written.js';

/** SC2309 */
export const PARALLEL_MEMBERS = defineWriteCheck({
  id: 'SC2309',
  scope: 'group',
  roots: ['SC2304', 'SC2302', 'SC2301', 'SC1009', 'SC2809'],
  title: 'Members that are added at the same moment are all in the group',
  impact: 'data-damaged',
  authorities: [
    must('7644', '3.5.2', 'A PATCH request, regardless of the number of operations, SHALL be treated as atomic.'),
    field('F31'),
  ],
  clients: ['entra', 'rfc'],
  effect: 'Of several changes at once the last writer wins, and people are lost from the group.',
  effects: [
    { client: 'entra', effect: 'Entra changes one group with several requests at once: the last writer wins and people are lost from it.' },
  ],
  fix: 'Apply every change of a group under a lock or in one transaction, as a change and not as a new list.',
  example: {
    request: patch(
      '/Groups/g1',
      { op: 'Add', path: 'members', value: [{ value: 'u2' }] },
      { op: 'Add', path: 'members', value: [{ value: 'u3' }] },
    ),
    given: { resource: exampleGroupOf('u1'), parallel: true },
    good: changed(exampleGroupOf('u1', 'u2', 'u3')),
    bad: changed(exampleGroupOf('u1', 'u3')),
  },
  exercises: (operation, write) => write.parallel === true && ofMembers(operation),
  explains: (difference) => refused(difference) || difference.path.startsWith('members'),
});

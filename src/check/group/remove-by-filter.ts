import { ALL, entra, field, okta, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleGroupOf, patch } from '../messages.js';
import { ofMembers, othersRemain, refused } from '../written.js';

/** SC2303 */
export const REMOVE_BY_FILTER = defineWriteCheck({
  id: 'SC2303',
  scope: 'group',
  roots: ['SC2317'],
  title: 'A removal by filter removes the member that it names and no others',
  impact: 'access-kept',
  authorities: [
    says('7644', '3.5.2.2', 'the values matched by the filter are removed.'),
    okta('scim20'),
    entra('compliance'),
    field('F03'),
  ],
  clients: ALL,
  effect: 'Whoever leaves a group keeps its access, or everybody in it loses theirs.',
  fix: 'Support the path members[value eq "<id>"] in remove operations.',
  example: {
    request: patch('/Groups/g1', { op: 'remove', path: 'members[value eq "u2"]' }),
    given: { resource: exampleGroupOf('u1', 'u2') },
    good: changed(exampleGroupOf('u1')),
    bad: changed(exampleGroupOf('u1', 'u2')),
  },
  exercises: (operation) => ofMembers(operation) && operation.kind === 'remove' && operation.path?.filter !== undefined,
  proves: othersRemain,
  explains: (difference) => refused(difference) || difference.path.startsWith('members'),
});

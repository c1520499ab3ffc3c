import { ALL, says } from '../authority.js';
import type { Difference } from '../context.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch } from '../messages.js';
import { onGroup, onUser, patched, refused } from '../written.js';

/** Nothing asked for a change there; or a list was added to, and an element that the request does not name has changed. */
function unasked({ operation, path }: Difference): boolean {
  if (operation === undefined) return true;
  const type = /\[type eq "([^"]*)"\]/.exec(path)?.[1];
  return (
    operation.kind === 'add' &&
    Array.isArray(operation.value) &&
    type !== undefined &&
    !JSON.stringify(operation.value).includes(JSON.stringify(type))
  );
}

/** SC2115 */
export const ONLY_WHAT_IS_ASKED = defineWriteCheck({
  id: 'SC2115',
  scope: 'write',
  title: 'A PATCH leaves everything else as it was',
  impact: 'data-damaged',
  authorities: [
    says(
      '7644',
      '3.5.2',
      'Each PATCH operation represents a single action to be applied to the same SCIM resource specified by the request URI.',
    ),
  ],
  clients: ALL,
  effect: 'A change of one attribute damages others.',
  fix: 'Change only what the operations name.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'title', value: 'Director' }),
    given: { resource: exampleUser({ title: 'Engineer', nickName: 'Ada' }) },
    good: changed(exampleUser({ title: 'Director', nickName: 'Ada' })),
    bad: changed(exampleUser({ title: 'Director' })),
  },
  exercises: patched,
  // A group has hardly anything besides what its changes name.
  proves: (_operation, write) => onUser(write),
  // Members that go have checks of their own, which say more.
  explains: (difference, write) =>
    !refused(difference) && !(onGroup(write) && difference.path.startsWith('members')) && unasked(difference),
});

import { ALL, entra, okta, says } from '../authority.js';
import type { ObservedWrite } from '../context.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch, refusal } from '../messages.js';
import { bodyOf, isPut, notDone, onUser, patched, refused } from '../written.js';

/** SC2407: that a group can be renamed is SC2306. */
export const RENAME_USER = defineWriteCheck({
  id: 'SC2407',
  roots: ['SC2113'],
  scope: 'target',
  shared: true,
  title: 'The userName of a user can be changed',
  impact: 'provisioning-lost',
  authorities: [says('7643', '7', 'readWrite  The attribute MAY be updated and read at any time.'), entra('develop'), okta('scim20')],
  clients: ALL,
  effect:
    'People who marry or move to another domain keep their old user name; the client sends the new one in vain, and tries again for ever.',
  fix: 'Let userName be changed: the id is what stays. Or say "mutability": "immutable" in /Schemas: then scim-check leaves it alone, and only warns.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'userName', value: 'ada.byron@example.com' }),
    given: { resource: exampleUser() },
    good: changed(exampleUser({ userName: 'ada.byron@example.com' })),
    bad: refusal(400, 'Bad request'),
    besides: [
      {
        request: patch('/Users/u1', { op: 'replace', path: 'title', value: 'Director' }),
        good: changed(exampleUser({ title: 'Director' })),
        bad: changed(exampleUser({ title: 'Director' })),
      },
    ],
  },
  exercises: (operation, write) =>
    onUser(write) && ((patched(operation) && operation.attribute === 'username') || (isPut(operation) && renames(write))),
  // Another value of the attribute is what the target made of it, such as the name in small letters.
  explains: (difference) => refused(difference) || (difference.kind === 'changed' && difference.path === 'userName' && notDone(difference)),
});

function renames(write: ObservedWrite): boolean {
  const before = write.before?.['userName'];
  return before !== undefined && bodyOf(write)['userName'] !== before;
}

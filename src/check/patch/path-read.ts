import { ALL, entra, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch, refusal, same } from '../messages.js';
import { notDoneOrMisread, patched } from '../written.js';

/** SC2152: a target that reads operations without a path alone. */
export const PATH_READ = defineWriteCheck({
  id: 'SC2152',
  scope: 'write',
  onlyIfHeld: 'SC2106',
  decisive: 'until-held',
  isPlain: () => false,
  title: 'An operation may say with a path what it changes',
  impact: 'access-kept',
  authorities: [
    says('7644', '3.5.2', 'The "path" attribute value is a String containing an attribute path describing the target of the operation.'),
    entra('develop'),
  ],
  clients: ALL,
  effect: 'Changes that name an attribute do not arrive.',
  effects: [
    { type: 'Group', effect: 'Members are added and removed by path: groups keep the members that they have, and leavers their access.' },
    { client: 'entra', effect: 'Entra names the attribute of each change in "path": no change arrives, and leavers keep their access.' },
  ],
  fix: 'Read "path" in each operation: an attribute, a sub-attribute behind a dot, an element by a filter in brackets.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'title', value: 'Director' }),
    given: { resource: exampleUser({ title: 'Engineer' }) },
    good: changed(exampleUser({ title: 'Director' })),
    bad: refusal(400, 'Operations must not have a path.', 'invalidSyntax'),
    besides: [
      same(
        patch('/Users/u1', { op: 'replace', value: { nickName: 'Ada', title: 'Director' } }),
        changed(exampleUser({ nickName: 'Ada', title: 'Director' })),
      ),
    ],
  },
  exercises: (operation) => patched(operation) && operation.hasPath,
  explains: notDoneOrMisread,
});

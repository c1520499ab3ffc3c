import { ALL, field, says } from '../authority.js';
import type { ObservedWrite } from '../context.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch, same } from '../messages.js';
import { bodyOf, notDoneOrRefused } from '../written.js';

/** SC2117 */
export const SEVERAL_OPERATIONS = defineWriteCheck({
  id: 'SC2117',
  scope: 'operations',
  title: 'A PATCH may hold several operations',
  impact: 'provisioning-lost',
  authorities: [says('7644', '3.5.2', 'Operations are applied sequentially in the order they appear in the array.'), field('F95')],
  clients: ALL,
  effect: 'One operation that is not understood loses all changes of the request.',
  effects: [{ client: 'entra', effect: 'Entra sends all changes of a person in one PATCH: one that is not understood loses them all.' }],
  fix: 'Apply every operation of the list, in its order, however many there are.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'title', value: 'Director' }, { op: 'replace', path: 'nickName', value: 'Lady' }),
    given: { resource: exampleUser({ title: 'Engineer', nickName: 'Ada' }) },
    good: changed(exampleUser({ title: 'Director', nickName: 'Lady' })),
    bad: changed(exampleUser({ title: 'Director', nickName: 'Ada' })),
    besides: [
      same(
        patch('/Users/u1', { op: 'replace', path: 'nickName', value: 'Lady' }),
        changed(exampleUser({ title: 'Engineer', nickName: 'Lady' })),
      ),
    ],
  },
  exercises: (_operation, write) => write.parallel !== true && operationCount(write) > 1,
  // A server that stops after the first operation carries that one out.
  proves: (operation, write) => write.operations.indexOf(operation) > 0,
  explains: notDoneOrRefused,
});

function operationCount(write: ObservedWrite): number {
  const operations = bodyOf(write)['Operations'];
  return Array.isArray(operations) ? operations.length : 0;
}

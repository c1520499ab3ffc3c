import { says } from '../authority.js';
import type { ObservedWrite } from '../context.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch } from '../messages.js';
import type { WriteOperation } from '../operation.js';
import { asked, refused } from '../written.js';

/** SC2130: several operations of one PATCH on one attribute. */
export const SEQUENCE = defineWriteCheck({
  id: 'SC2130',
  scope: 'target',
  decisive: true,
  roots: ['SC2118', 'SC2152', 'SC2117', 'SC2112', 'SC2113', 'SC2301', 'SC2304', 'SC2305'],
  title: 'The operations of a PATCH take effect in their order',
  impact: 'data-damaged',
  authorities: [says('7644', '3.5.2', 'Operations are applied sequentially in the order they appear in the array.')],
  clients: ['rfc'],
  effect: 'A client that takes a value away and sets another ends up with none, or with the old one.',
  fix: 'Apply each operation to what the one before it has left.',
  example: {
    request: patch('/Users/u1', { op: 'remove', path: 'title' }, { op: 'add', path: 'title', value: 'Director' }),
    given: { resource: exampleUser({ title: 'Engineer' }) },
    good: changed(exampleUser({ title: 'Director' })),
    bad: changed(exampleUser()),
  },
  exercises: isOneOfSeveral,
  explains: (difference, write) =>
    asked(difference) && !refused(difference) && difference.operation !== undefined && isOneOfSeveral(difference.operation, write),
});

function isOneOfSeveral(operation: WriteOperation, write: ObservedWrite): boolean {
  return (
    write.parallel !== true && write.operations.filter((other) => other.path !== undefined && other.text === operation.text).length > 1
  );
}

import { says } from '../authority.js';
import type { WriteCheck } from '../check.js';
import type { Written } from '../context.js';
import { ada, changed, patch } from '../messages.js';
import type { WriteOperation } from '../operation.js';
import { asked, refused } from '../written.js';

/** SC2130: several operations of one PATCH on one attribute. */
export const SEQUENCE: WriteCheck = {
  kind: 'write',
  id: 'SC2130',
  decisive: true,
  roots: ['SC2118', 'SC2117', 'SC2112', 'SC2113'],
  title: 'The operations of a PATCH take effect in their order',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [says('7644', '3.5.2', 'Operations are applied sequentially in the order they appear in the array.')],
  clients: ['rfc'],
  effect: 'A client that takes a value away and sets another ends up with none, or with the old one.',
  fix: 'Apply each operation to what the one before it has left.',
  example: {
    request: patch('/Users/u1', { op: 'remove', path: 'title' }, { op: 'add', path: 'title', value: 'Director' }),
    given: { resource: ada({ title: 'Engineer' }) },
    good: changed(ada({ title: 'Director' })),
    bad: changed(ada()),
  },
  exercises: isOneOfSeveral,
  explains: (trouble, write) =>
    asked(trouble) && !refused(trouble) && trouble.operation !== undefined && isOneOfSeveral(trouble.operation, write),
};

function isOneOfSeveral(operation: WriteOperation, write: Written): boolean {
  return (
    write.together !== true && write.operations.filter((other) => other.path !== undefined && other.text === operation.text).length > 1
  );
}

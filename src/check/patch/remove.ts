import { ALL, field, must } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch } from '../messages.js';
import type { WriteOperation } from '../operation.js';
import { notDoneOrRefused, ofMembers } from '../written.js';

/** SC2114 */
export const REMOVE = defineWriteCheck({
  id: 'SC2114',
  scope: 'operation',
  title: 'A remove takes the value away',
  impact: 'data-damaged',
  authorities: [
    must(
      '7644',
      '3.5.2.2',
      'If the target location is a single-value attribute, the attribute and its associated value is removed, and the attribute SHALL be considered unassigned.',
    ),
    field('F58'),
  ],
  clients: ALL,
  effect: 'A title or a phone number that is gone in the directory stays in the app.',
  effects: [{ type: 'Group', effect: 'A group that is emptied in the directory keeps its members in the app.' }],
  fix: 'Apply remove operations; absent, null and "no value" are the same.',
  example: {
    request: patch('/Users/u1', { op: 'remove', path: 'title' }),
    given: { resource: exampleUser({ title: 'Engineer' }) },
    good: changed(exampleUser()),
    bad: changed(exampleUser({ title: 'Engineer' })),
  },
  exercises: (operation) => operation.kind === 'remove' && (!ofMembers(operation) || isWhole(operation)),
  explains: notDoneOrRefused,
});

/** All members go; which of them, where some go, is a matter of its own. */
function isWhole({ value, path }: WriteOperation): boolean {
  return value === undefined && path?.filter === undefined;
}

import { entra, field } from '../authority.js';
import { ruleOf } from '../constraint/rule.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch, refusal, same } from '../messages.js';
import { notDoneOrMisread, patched } from '../written.js';

/** SC2101 */
export const OP_CASE = defineWriteCheck({
  id: 'SC2101',
  scope: 'write',
  decisive: true,
  title: 'The name of an operation counts without regard to case',
  impact: 'access-kept',
  authorities: [entra('develop'), entra('compliance'), field('F04')],
  clients: ['entra'],
  effect: 'Entra sends "Add", "Replace" and "Remove": every change and every deactivation is lost.',
  effects: [
    {
      type: 'Group',
      effect: 'Entra sends "Add", "Replace" and "Remove": every change of a group is lost, and whoever leaves it keeps its access.',
    },
  ],
  fix: 'Compare "op" without regard to case.',
  example: {
    request: patch('/Users/u1', { op: 'Replace', path: 'title', value: 'Director' }),
    given: { resource: exampleUser({ title: 'Engineer' }) },
    good: changed(exampleUser({ title: 'Director' })),
    bad: refusal(400, 'op must be one of add, replace, remove.', 'invalidSyntax'),
    besides: [same(patch('/Users/u1', { op: 'replace', path: 'title', value: 'Director' }), changed(exampleUser({ title: 'Director' })))],
  },
  isPlain: (write) => ruleOf(write)?.kind === 'operation',
  exercises: (operation) => patched(operation) && operation.op !== operation.op?.toLowerCase(),
  explains: notDoneOrMisread,
});

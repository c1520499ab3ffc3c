import { ALL, field, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch, refusal } from '../messages.js';
import { notDoneOrRefused, ofMembers } from '../written.js';

/** SC2112 */
export const ADD_SINGULAR = defineWriteCheck({
  id: 'SC2112',
  scope: 'operation',
  title: 'An add to a single-valued attribute sets it',
  impact: 'provisioning-lost',
  authorities: [
    says('7644', '3.5.2.1', 'If the target location specifies a single-valued attribute, the existing value is replaced.'),
    field('F37'),
  ],
  clients: ALL,
  effect: 'First titles and first departments never arrive.',
  effects: [
    { type: 'Group', effect: 'What a group had no value of before never arrives, such as its id in the directory.' },
    { client: 'entra', effect: 'Entra adds wherever the target has no value yet: first titles, first departments never arrive.' },
  ],
  fix: 'Treat add like replace for single-valued attributes.',
  example: {
    request: patch('/Users/u1', { op: 'add', path: 'title', value: 'Engineer' }),
    given: { resource: exampleUser() },
    good: changed(exampleUser({ title: 'Engineer' })),
    bad: refusal(400, 'add is for multi-valued attributes.', 'invalidSyntax'),
  },
  exercises: (operation) =>
    operation.kind === 'add' && operation.path?.filter === undefined && !ofMembers(operation) && !Array.isArray(operation.value),
  explains: notDoneOrRefused,
});

import { entra, field } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleGroup, exampleGroupOf, patch } from '../messages.js';
import { ofMembers, othersRemain, refused } from '../written.js';

/** SC2302 */
export const REMOVE_BY_LIST = defineWriteCheck({
  id: 'SC2302',
  scope: 'group',
  roots: ['SC2317'],
  title: 'A removal with a list of members removes these members and no others',
  impact: 'data-damaged',
  authorities: [entra('compliance'), field('F02')],
  clients: ['entra'],
  effect: 'Entra removes one member this way: servers that ignore the list empty the whole group, others keep the leaver in it.',
  effects: [{ refused: true, effect: 'Entra removes members this way: whoever leaves a group keeps its access.' }],
  fix: 'When a remove of "members" carries a value, remove only the members listed there.',
  example: {
    request: patch('/Groups/g1', { op: 'Remove', path: 'members', value: [{ value: 'u2' }] }),
    given: { resource: exampleGroupOf('u1', 'u2') },
    good: changed(exampleGroupOf('u1')),
    bad: changed(exampleGroup()),
  },
  exercises: (operation) => ofMembers(operation) && operation.kind === 'remove' && Array.isArray(operation.value),
  proves: othersRemain,
  explains: (difference) => refused(difference) || difference.path.startsWith('members'),
});

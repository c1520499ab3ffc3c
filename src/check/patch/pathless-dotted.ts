import { entra, field } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch } from '../messages.js';
import { notDoneOrMisread } from '../written.js';

/** SC2107 */
export const PATHLESS_DOTTED = defineWriteCheck({
  id: 'SC2107',
  scope: 'value',
  title: 'Dotted keys in a value without a path are sub-attributes',
  impact: 'provisioning-lost',
  authorities: [entra('compliance'), field('F07')],
  clients: ['entra'],
  effect: 'With the flag aadOptscim062020 Entra changes names this way: they never arrive, or are stored under a key "name.givenName".',
  fix: 'Expand a key "a.b" to the sub-attribute b of a.',
  example: {
    request: patch('/Users/u1', { op: 'replace', value: { 'name.givenName': 'Augusta' } }),
    given: { resource: exampleUser({ name: { givenName: 'Ada' } }) },
    good: changed(exampleUser({ name: { givenName: 'Augusta' } })),
    bad: changed(exampleUser({ name: { givenName: 'Ada' } })),
  },
  exercises: (operation) => !operation.hasPath && /^[^:]+\.[^:]+$/.test(operation.text ?? ''),
  explains: notDoneOrMisread,
});

import { ALL, entra, field, says } from '../authority.js';
import type { Difference, ObservedWrite } from '../context.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch } from '../messages.js';
import { notDoneOrRefused, ofMembers } from '../written.js';

/** SC2113 */
export const REPLACE_SINGULAR = defineWriteCheck({
  id: 'SC2113',
  scope: 'operation',
  title: 'A replace sets the attribute that it names',
  impact: 'provisioning-lost',
  authorities: [
    says('7644', '3.5.2.3', 'If the target location is a single-value attribute, the attributes value is replaced.'),
    entra('develop'),
    field('F70'),
  ],
  clients: ALL,
  effect: 'Changes of names and attributes never arrive.',
  effects: [{ client: 'entra', effect: 'Changes of names and attributes never arrive, and Entra sends them again in every cycle.' }],
  fix: 'Store the value as it was sent, with its type.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'title', value: 'Director' }),
    given: { resource: exampleUser({ title: 'Engineer' }) },
    good: changed(exampleUser({ title: 'Director' })),
    bad: changed(exampleUser({ title: 'Engineer' })),
  },
  exercises: (operation) => operation.kind === 'replace' && operation.path?.filter === undefined && !ofMembers(operation),
  explains: (difference, write) => notDoneOrRefused(difference) && !isOfActiveAlone(difference, write),
});

/** What goes wrong with `active` alone has checks of its own, which say that leavers keep their access. */
function isOfActiveAlone({ operation }: Difference, write: ObservedWrite): boolean {
  return (operation === undefined ? write.operations : [operation]).every(({ attribute }) => attribute === 'active');
}

import { ALL, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch } from '../messages.js';
import { ofMembers } from '../written.js';

const WORK = { type: 'work', value: 'ada@example.com' };

/** SC2127: members of groups have a check of their own, SC2305. */
export const REPLACE_LIST = defineWriteCheck({
  id: 'SC2127',
  scope: 'target',
  decisive: true,
  roots: ['SC2118', 'SC2152', 'SC2106', 'SC2113'],
  title: 'A replace of a multi-valued attribute replaces all of its values',
  impact: 'data-damaged',
  authorities: [
    says(
      '7644',
      '3.5.2.3',
      'If the target location is a multi-valued attribute and no filter is specified, the attribute and all values are replaced.',
    ),
  ],
  clients: ALL,
  effect: 'Addresses, numbers and roles that the directory took away stay for ever.',
  fix: 'Put the new list in the place of the old one, with a path as without one.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'emails', value: [{ type: 'home', value: 'ada@home.example' }] }),
    given: { resource: exampleUser({ emails: [WORK] }) },
    good: changed(exampleUser({ emails: [{ type: 'home', value: 'ada@home.example' }] })),
    bad: changed(exampleUser({ emails: [WORK, { type: 'home', value: 'ada@home.example' }] })),
  },
  exercises: (operation) =>
    operation.kind === 'replace' && Array.isArray(operation.value) && operation.path?.filter === undefined && !ofMembers(operation),
  // Whatever was there before must be gone; that something new has arrived proves nothing.
  proves: (operation, write) => write.before?.[operation.text ?? ''] !== undefined,
  explains: (difference) => difference.operation !== undefined && (difference.kind === 'kept' || difference.kind === 'duplicate'),
});

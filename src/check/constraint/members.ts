import { ALL, entra, okta } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleGroupOfSize, patch, refusal } from '../messages.js';
import { onGroup, refused } from '../written.js';
import { ruleOf } from './rule.js';

/** SC2830: the target's own words say how many members a group may have. */
export const MEMBERS = defineWriteCheck({
  id: 'SC2830',
  scope: 'representation',
  decisive: true,
  title: 'A group may have as many members as the groups of a directory have',
  // The standard knows no such limit, and forbids none.
  severityFor: { rfc: 'warning' },
  impact: 'provisioning-lost',
  authorities: [entra('develop'), okta('scim20')],
  clients: ALL,
  effect: 'Whoever is one too many is refused, or with them all who come in the same request: groups for all of a company stay incomplete.',
  fix: 'Raise the limit to some thousands; until then, tell customers which groups they can assign.',
  fixSuits: [403, 409, 413],
  example: {
    request: patch('/Groups/g1', { op: 'add', path: 'members', value: [{ value: 'u50' }] }),
    given: { resource: exampleGroupOfSize(50) },
    good: changed(exampleGroupOfSize(51)),
    bad: refusal(400, 'A group has at most 50 members.'),
  },
  exercises: (operation, write) => onGroup(write) && operation.kind !== 'delete' && operation.kind !== 'remove',
  explains: (difference, write) => refused(difference) && ruleOf(write)?.kind === 'members',
});

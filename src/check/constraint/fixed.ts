import { ALL, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch, refusal } from '../messages.js';
import { isPut, patched, refused } from '../written.js';
import { ruleOf } from './rule.js';

/** SC2805: what /Schemas declares immutable is left alone, and told as SC2406. */
export const FIXED_UNDECLARED = defineWriteCheck({
  id: 'SC2805',
  scope: 'representation',
  roots: ['SC2100'],
  decisive: true,
  title: 'An attribute that cannot be changed is declared immutable in /Schemas',
  impact: 'provisioning-lost',
  authorities: [says('7643', '7', 'readWrite  The attribute MAY be updated and read at any time.')],
  clients: ALL,
  effect:
    'Changes of it fail: whenever the value changes in the directory, the client sends the new one, is refused, and tries again for ever.',
  fix: 'Let the attribute be changed, as renames need it; or say "mutability": "immutable" in /Schemas: then scim-check leaves it alone, and only warns.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'userName', value: 'ada.byron@example.com' }),
    given: { resource: exampleUser() },
    good: changed(exampleUser({ userName: 'ada.byron@example.com' })),
    bad: refusal(400, 'userName cannot be changed.', 'mutability'),
  },
  exercises: (operation) => patched(operation) || isPut(operation),
  explains: (difference, write) => refused(difference) && ruleOf(write)?.kind === 'fixed',
});

import { ALL, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post, refusal } from '../messages.js';
import { refused } from '../written.js';
import { ruleOf } from './rule.js';

/** SC2803: lengths, numbers of values, the types that a list may have, the policy of passwords that somebody chose. */
export const VALUE_RULE = defineWriteCheck({
  id: 'SC2803',
  scope: 'representation',
  decisive: true,
  constraint: true,
  title: 'What the client sends keeps to the limits that the target has for its values',
  severity: 'warning',
  impact: 'provisioning-lost',
  authorities: [says('7644', '3.12', 'the value specified was not compatible with the operation or attribute type')],
  clients: ALL,
  effect: 'People and groups with such values are refused as a whole, not only the value; what needs them was not tested.',
  fix: 'Take the value, or shorten or drop it; or say so to customers, and give scim-check a mapping without the attribute (--mapping FILE).',
  example: {
    request: post('/Users', asSent(exampleUser({ title: 'Head of the department of everything' }))),
    good: changed(exampleUser({ title: 'Head of the department of everything' }), 201),
    bad: refusal(400, 'title must not be longer than 30 characters.', 'invalidValue'),
  },
  exercises: (operation) => operation.kind !== 'delete' && operation.kind !== 'remove',
  explains: (difference, write) => refused(difference) && ruleOf(write)?.kind === 'value',
});

import { ALL, entra, okta } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post, refusal } from '../messages.js';
import { refused } from '../written.js';
import { ruleOf } from './rule.js';

/** SC2810: the target's own words say that a body of ordinary size is too large. */
export const SIZE = defineWriteCheck({
  id: 'SC2810',
  scope: 'representation',
  decisive: true,
  title: 'Requests are accepted as large as the clients send them',
  severityFor: { rfc: 'warning' },
  impact: 'provisioning-lost',
  authorities: [entra('develop'), okta('scim20')],
  clients: ALL,
  effect: 'Whoever has more values than others is refused, or cannot be changed: a person takes one or two kilobytes.',
  fix: 'Raise the limit for bodies to some hundred kilobytes: one request may bring all values of a person, or a hundred members of a group.',
  example: {
    request: post('/Users', asSent(exampleUser())),
    good: changed(exampleUser(), 201),
    bad: refusal(413, 'The request body exceeds the maximum size of 1024 bytes.'),
  },
  exercises: (operation) => operation.kind !== 'delete',
  explains: (difference, write) => refused(difference) && ruleOf(write)?.kind === 'size',
});

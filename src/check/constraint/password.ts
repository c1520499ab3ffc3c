import { ALL, okta, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post, refusal } from '../messages.js';
import { refused } from '../written.js';
import { ruleOf } from './rule.js';

/** SC2831: the target's own words say that the password of a new person is not good enough. */
export const PASSWORD = defineWriteCheck({
  id: 'SC2831',
  scope: 'representation',
  decisive: true,
  title: 'The password that the client makes up for a new person is taken',
  // Others send a password only where a mapping says so, and which one.
  severityFor: { entra: 'warning', rfc: 'warning' },
  impact: 'provisioning-lost',
  authorities: [okta('scim20'), says('7644', '3.12', 'the value specified was not compatible with the operation or attribute type')],
  clients: ALL,
  effect: 'Each person is created with a password that nobody chose: where the policy is stricter than it, nobody is provisioned.',
  fix: 'Take the password whatever the policy is, or pass it over: Okta sends eight random characters with each new person, also where passwords are not synchronised, and no mapping leaves them out.',
  fixSuits: [400, 403, 409, 422],
  example: {
    request: post('/Users', asSent(exampleUser({ password: 'k3Jd92Lq' }))),
    good: changed(exampleUser(), 201),
    bad: refusal(400, 'The password must have at least 12 characters.', 'invalidValue'),
  },
  exercises: (operation) => operation.kind === 'create',
  explains: (difference, write) => refused(difference) && ruleOf(write)?.kind === 'password',
});

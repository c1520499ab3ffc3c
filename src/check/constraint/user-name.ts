import { ALL, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post, refusal } from '../messages.js';
import { onUser, refused } from '../written.js';
import { ruleOf } from './rule.js';

/** SC2802: the target's own words speak of a domain, or want an address. */
export const USER_NAME_RULE = defineWriteCheck({
  id: 'SC2802',
  scope: 'representation',
  decisive: true,
  constraint: true,
  title: "The run's user names are what the target wants: addresses, or addresses of a domain that it knows",
  severity: 'warning',
  impact: 'provisioning-lost',
  authorities: [
    says(
      '7643',
      '4.1.1',
      "A service provider's unique identifier for the user, typically used by the user to directly authenticate to the service provider.",
    ),
  ],
  clients: ALL,
  effect: 'People with such a user name are refused; what needs them was not tested.',
  fix: 'Name a domain that the tenant has verified: --domain corp.example. Where any address is taken, a user name that is none is refused by right: tell customers to map userName to an address.',
  example: {
    request: post('/Users', asSent(exampleUser())),
    good: changed(exampleUser(), 201),
    bad: refusal(400, 'example.com is not a verified domain of this tenant.', 'invalidValue'),
  },
  exercises: (operation, write) => onUser(write) && operation.kind !== 'delete',
  explains: (difference, write) => refused(difference) && ruleOf(write)?.kind === 'user-name',
});

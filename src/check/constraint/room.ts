import { ALL, field, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post, refusal } from '../messages.js';
import { isCreate, refused } from '../written.js';
import { ruleOf } from './rule.js';

/** SC2801: the target's own words name seats, licences or a limit. */
export const ROOM = defineWriteCheck({
  id: 'SC2801',
  scope: 'representation',
  decisive: true,
  constraint: true,
  title: 'The target has room for the people and groups of the run',
  severity: 'warning',
  impact: 'provisioning-lost',
  authorities: [says('7644', '3.12', 'Operation is not permitted based on the supplied authorization.'), field('F67')],
  clients: ALL,
  effect: 'What needs the people and groups that were refused was not tested. Customers who have used up their seats meet the same answer.',
  fix: 'Give the test tenant room for about 200 people and 80 groups, or name scenarios (scim-check run … users/leaver): each needs a handful.',
  example: {
    request: post('/Users', asSent(exampleUser())),
    good: changed(exampleUser(), 201),
    bad: refusal(403, 'No seats left in your plan.'),
  },
  exercises: isCreate,
  explains: (difference, write) => refused(difference) && ruleOf(write)?.kind === 'room',
});

import { ALL, entra, field, okta, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch, refusal } from '../messages.js';
import { notDone, refused, setsActive } from '../written.js';

/** SC2119 */
export const REACTIVATE = defineWriteCheck({
  id: 'SC2119',
  scope: 'value',
  // Where no change of an inactive user is taken, this one is not taken, either.
  roots: ['SC2113', 'SC2116', 'SC2453'],
  title: 'A deactivated user can be activated again',
  impact: 'provisioning-lost',
  authorities: [
    says('7644', '3.5.2.3', 'If the target location is a single-value attribute, the attributes value is replaced.'),
    entra('how'),
    okta('scim20'),
    field('F18'),
    field('F38'),
  ],
  clients: ALL,
  effect: 'People who come back stay locked out, and the client tries again in every cycle.',
  fix: 'Accept active = true on a deactivated user, by PATCH and by PUT.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'active', value: true }),
    given: { resource: exampleUser({ active: false }) },
    good: changed(exampleUser()),
    bad: refusal(400, 'An inactive user cannot be changed.', 'mutability'),
  },
  exercises: (operation, write) => setsActive(operation, write, true),
  // A PUT brings everything else as well.
  explains: (difference) => refused(difference) || (notDone(difference) && /^active$/i.test(difference.path)),
});

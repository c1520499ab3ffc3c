import { ALL, entra, field, okta, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleGroupOf, patch } from '../messages.js';
import { addsMembers, asked, refused } from '../written.js';

/** SC2301 */
export const ADD_MEMBERS = defineWriteCheck({
  id: 'SC2301',
  scope: 'group',
  roots: ['SC2317'],
  title: 'Added members are in the group',
  impact: 'provisioning-lost',
  authorities: [
    says('7644', '3.5.2.1', 'If the target location specifies a multi-valued attribute, a new value is added to the attribute.'),
    entra('develop'),
    okta('scim20'),
    field('F42'),
  ],
  clients: ALL,
  effect: 'People are missing from their groups, and with that the access that they need.',
  fix: 'Add every listed member; a missing type means User, "$ref": null and "display": null mean nothing.',
  example: {
    request: patch('/Groups/g1', { op: 'Add', path: 'members', value: [{ value: 'u2' }, { value: 'u3' }] }),
    given: { resource: exampleGroupOf('u1') },
    good: changed(exampleGroupOf('u1', 'u2', 'u3')),
    bad: changed(exampleGroupOf('u1', 'u2')),
  },
  exercises: addsMembers,
  explains: (difference) => refused(difference) || (asked(difference) && difference.kind === 'missing'),
});

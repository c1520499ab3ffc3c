import { okta, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleGroupOf, patch } from '../messages.js';
import { ofMembers, refused } from '../written.js';

/** SC2305 */
export const REPLACE_MEMBERS = defineWriteCheck({
  id: 'SC2305',
  scope: 'group',
  roots: ['SC2317'],
  title: 'A replaced list of members is the list of members',
  impact: 'access-kept',
  authorities: [
    says(
      '7644',
      '3.5.2.3',
      'If the target location is a multi-valued attribute and no filter is specified, the attribute and all values are replaced.',
    ),
    okta('scim20'),
  ],
  clients: ['okta', 'rfc'],
  effect: 'After "Push now" the group is not the one of the directory.',
  fix: 'Replace the whole list, with an empty one too.',
  example: {
    request: patch('/Groups/g1', { op: 'replace', path: 'members', value: [{ value: 'u2' }] }),
    given: { resource: exampleGroupOf('u1') },
    good: changed(exampleGroupOf('u2')),
    bad: changed(exampleGroupOf('u1', 'u2')),
  },
  exercises: (operation) => ofMembers(operation) && operation.kind === 'replace',
  explains: (difference) => refused(difference) || difference.path.startsWith('members'),
});

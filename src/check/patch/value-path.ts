import { ALL, entra, field, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch } from '../messages.js';
import { notDoneOrRefused, ofMembers } from '../written.js';

/** SC2105 */
export const VALUE_PATH = defineWriteCheck({
  id: 'SC2105',
  scope: 'target',
  title: 'A value path reaches the element that it names',
  impact: 'provisioning-lost',
  authorities: [says('7644', '3.5.2.3', 'the matching sub-attribute of all matching records is replaced.'), entra('develop'), field('F95')],
  clients: ALL,
  effect: 'Changes of addresses, phones and roles never arrive.',
  fix: 'Support paths such as emails[type eq "work"].value in add, replace and remove.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'emails[type eq "work"].value', value: 'a@example.com' }),
    given: { resource: exampleUser({ emails: [{ type: 'work', value: 'ada@example.com' }] }) },
    good: changed(exampleUser({ emails: [{ type: 'work', value: 'a@example.com' }] })),
    bad: changed(exampleUser({ emails: [{ type: 'work', value: 'ada@example.com' }] })),
  },
  exercises: (operation) => operation.path?.filter !== undefined && !ofMembers(operation),
  // Servers remove in code of its own: what is removed by such a path may still be written by none.
  proves: ({ kind }) => kind !== 'remove',
  explains: notDoneOrRefused,
});

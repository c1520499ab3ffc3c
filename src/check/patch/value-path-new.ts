import { entra, field } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch, refusal } from '../messages.js';
import { notDoneOrRefused, ofMembers } from '../written.js';

/** SC2103 */
export const VALUE_PATH_NEW = defineWriteCheck({
  id: 'SC2103',
  scope: 'element',
  title: 'A value path to an entry that is not there yet creates it',
  impact: 'provisioning-lost',
  authorities: [entra('develop'), field('F06')],
  clients: ['entra'],
  effect: 'Entra adds a work address, a phone or a role this way: the value is lost, or the whole update fails.',
  fix: 'Create the entry with what the filter says (type: "work"), then set the sub-attribute. The standard\'s noTarget loses against Entra here.',
  example: {
    request: patch('/Users/u1', { op: 'Add', path: 'addresses[type eq "work"].locality', value: 'Riga' }),
    given: { resource: exampleUser() },
    good: changed(exampleUser({ addresses: [{ type: 'work', locality: 'Riga' }] })),
    bad: refusal(400, 'No address is of type work.', 'noTarget'),
  },
  exercises: (operation) => operation.newElement && operation.kind !== 'remove' && !ofMembers(operation),
  explains: notDoneOrRefused,
});

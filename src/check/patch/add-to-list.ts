import { ALL } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { refusal } from '../messages.js';
import { asked, refused } from '../written.js';
import { ADDITION, addsEntries, ENTRIES_ARE_ADDED } from './adds-entries.js';

/** SC2133 */
export const ADD_TO_LIST = defineWriteCheck({
  id: 'SC2133',
  scope: 'element',
  title: 'Values can be added to a list',
  impact: 'provisioning-lost',
  authorities: [ENTRIES_ARE_ADDED],
  clients: ALL,
  effect: 'A second address, phone number or role never arrives.',
  fix: 'Support "add" with a path that names a multi-valued attribute and a list as its value.',
  example: { ...ADDITION, bad: refusal(400, 'phoneNumbers cannot be added to.', 'invalidPath') },
  exercises: addsEntries,
  explains: (difference) => refused(difference) || (asked(difference) && difference.kind === 'missing'),
});

import { ALL } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { asked } from '../written.js';
import { ADDITION, addsEntries, ENTRIES_ARE_ADDED, ONLY_THE_NEW } from './adds-entries.js';

/** SC2132 */
export const ADD_KEEPS_VALUES = defineWriteCheck({
  id: 'SC2132',
  scope: 'representation',
  decisive: true,
  title: 'An addition to a list leaves its other values',
  impact: 'data-damaged',
  authorities: [ENTRIES_ARE_ADDED],
  clients: ALL,
  effect: 'Whoever gets a second address, phone number or role loses the first.',
  fix: 'Append what "add" brings; only "replace" takes the place of the list.',
  example: { ...ADDITION, bad: ONLY_THE_NEW },
  exercises: addsEntries,
  explains: (difference) => {
    const { operation, path, kind } = difference;
    if (kind !== 'missing' || operation === undefined || !asked(difference) || !addsEntries(operation)) return false;
    const type = /\[type eq "([^"]*)"\]/.exec(path)?.[1];
    return type !== undefined && !JSON.stringify(operation.value).includes(JSON.stringify(type));
  },
});

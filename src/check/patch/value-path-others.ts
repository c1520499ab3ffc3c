import { ALL, entra, says } from '../authority.js';
import type { WriteCheck } from '../check.js';
import type { Trouble, Written } from '../context.js';
import { ada, changed, patch } from '../messages.js';
import { ofMembers, refused } from '../written.js';

/** An element beside the one that the filter names. */
const besideFilter = (trouble: Trouble, write: Written): boolean =>
  write.operations.some(
    (operation) => operation.path?.filter !== undefined && trouble.path.toLowerCase().startsWith(`${operation.attribute}[`),
  );

/** SC2104 */
export const VALUE_PATH_OTHERS: WriteCheck = {
  kind: 'write',
  id: 'SC2104',
  title: 'A filtered replace changes only the matching element',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [says('7644', '3.5.2.3', 'the matching sub-attribute of all matching records is replaced.'), entra('develop')],
  clients: ALL,
  effect: 'Entra sends this on every change of address: people lose their other addresses.',
  fix: 'Apply the value filter before replacing.',
  example: {
    request: patch('/Users/u1', { op: 'Replace', path: 'phoneNumbers[type eq "mobile"].value', value: '+44 3' }),
    given: {
      resource: ada({
        phoneNumbers: [
          { type: 'work', value: '+44 1' },
          { type: 'mobile', value: '+44 2' },
        ],
      }),
    },
    good: changed(
      ada({
        phoneNumbers: [
          { type: 'work', value: '+44 1' },
          { type: 'mobile', value: '+44 3' },
        ],
      }),
    ),
    bad: changed(
      ada({
        phoneNumbers: [
          { type: 'work', value: '+44 3' },
          { type: 'mobile', value: '+44 3' },
        ],
      }),
    ),
  },
  exercises: (operation) => operation.path?.filter !== undefined && !ofMembers(operation),
  // What was meant for one element went to another: both show.
  explains: (trouble, write) =>
    !refused(trouble) &&
    (trouble.operation === undefined ? besideFilter(trouble, write) : trouble.operation.path?.filter !== undefined) &&
    write.troubles.some((each) => each.operation === undefined && besideFilter(each, write)),
};

import { ALL, entra, says } from '../authority.js';
import type { Difference, ObservedWrite } from '../context.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch } from '../messages.js';
import { ofMembers, refused } from '../written.js';

/** An element beside the one that the filter names. */
const besideFilter = (difference: Difference, write: ObservedWrite): boolean =>
  write.operations.some(
    (operation) => operation.path?.filter !== undefined && difference.path.toLowerCase().startsWith(`${operation.attribute}[`),
  );

/** SC2104 */
export const VALUE_PATH_OTHERS = defineWriteCheck({
  id: 'SC2104',
  scope: 'element',
  title: 'A filtered replace changes only the matching element',
  impact: 'data-damaged',
  authorities: [says('7644', '3.5.2.3', 'the matching sub-attribute of all matching records is replaced.'), entra('develop')],
  clients: ALL,
  effect: 'People lose their other addresses.',
  effects: [{ client: 'entra', effect: 'Entra sends this on every change of address: people lose their other addresses.' }],
  fix: 'Apply the value filter before replacing.',
  example: {
    request: patch('/Users/u1', { op: 'Replace', path: 'phoneNumbers[type eq "mobile"].value', value: '+44 3' }),
    given: {
      resource: exampleUser({
        phoneNumbers: [
          { type: 'work', value: '+44 1' },
          { type: 'mobile', value: '+44 2' },
        ],
      }),
    },
    good: changed(
      exampleUser({
        phoneNumbers: [
          { type: 'work', value: '+44 1' },
          { type: 'mobile', value: '+44 3' },
        ],
      }),
    ),
    bad: changed(
      exampleUser({
        phoneNumbers: [
          { type: 'work', value: '+44 3' },
          { type: 'mobile', value: '+44 3' },
        ],
      }),
    ),
  },
  exercises: (operation) => operation.path?.filter !== undefined && !ofMembers(operation),
  // What was meant for one element went to another: both show.
  explains: (difference, write) =>
    !refused(difference) &&
    (difference.operation === undefined ? besideFilter(difference, write) : difference.operation.path?.filter !== undefined) &&
    write.differences.some((each) => each.operation === undefined && besideFilter(each, write)),
});

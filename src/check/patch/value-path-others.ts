import { getMember, isObject } from '../../scim/json.js';
import { ALL, entra, says } from '../authority.js';
import type { Difference, ObservedWrite } from '../context.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch } from '../messages.js';
import type { WriteOperation } from '../operation.js';
import { show } from '../show.js';
import { ofMembers, refused } from '../written.js';

/** An element beside the one that the filter names. */
const besideFilter = (difference: Difference, write: ObservedWrite): boolean =>
  write.operations.some(
    (operation) => operation.path?.filter !== undefined && difference.path.toLowerCase().startsWith(`${operation.attribute}[`),
  );

/** What one operation brings for its element stands in another one of the list that the request is about as well. */
function isCrossed({ operations, differences }: ObservedWrite): boolean {
  const filtered = operations.filter(({ path, value }) => path?.filter !== undefined && value !== undefined);
  return differences.some(({ operation, received, kind }) =>
    filtered.some(
      (other) =>
        kind === 'changed' &&
        operation?.path?.filter !== undefined &&
        other.attribute === operation.attribute &&
        other.text !== operation.text &&
        received.endsWith(` = ${show(other.value)}`),
    ),
  );
}

/** Another element stands before the one that is meant: a server that takes the first one writes that. */
function isBehindAnother({ attribute, text = '' }: WriteOperation, { before = {} }: ObservedWrite): boolean {
  const type = /\[type eq "([^"]*)"\]/.exec(text)?.[1];
  const elements = getMember(before, attribute ?? '');
  const [first] = Array.isArray(elements) ? elements : [];
  return type !== undefined && isObject(first) && getMember(first, 'type') !== type;
}

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
  proves: isBehindAnother,
  // What was meant for one element went to another: both show.
  explains: (difference, write) =>
    !refused(difference) &&
    (difference.operation === undefined ? besideFilter(difference, write) : difference.operation.path?.filter !== undefined) &&
    (isCrossed(write) || write.differences.some((each) => each.operation === undefined && besideFilter(each, write))),
});

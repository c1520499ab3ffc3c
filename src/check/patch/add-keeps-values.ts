import { ALL, says } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { ada, changed, patch } from '../messages.js';
import type { WriteOperation } from '../operation.js';
import { asked, ofMembers } from '../written.js';

/** It adds entries to a list as a whole, without a filter. Members of groups have SC2304. */
export const addsEntries = (operation: WriteOperation): boolean =>
  operation.kind === 'add' && Array.isArray(operation.value) && operation.path?.filter === undefined && !ofMembers(operation);

/** SC2132 */
export const ADD_KEEPS_VALUES: WriteCheck = {
  kind: 'write',
  id: 'SC2132',
  decisive: true,
  title: 'An addition to a list leaves its other values',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [
    says('7644', '3.5.2.1', 'If the target location specifies a multi-valued attribute, a new value is added to the attribute.'),
  ],
  clients: ALL,
  effect: 'Whoever gets a second address, phone number or role loses the first.',
  fix: 'Append what "add" brings; only "replace" takes the place of the list.',
  example: {
    request: patch('/Users/u1', { op: 'add', path: 'phoneNumbers', value: [{ type: 'mobile', value: '+44 2' }] }),
    given: { resource: ada({ phoneNumbers: [{ type: 'work', value: '+44 1' }] }) },
    good: changed(
      ada({
        phoneNumbers: [
          { type: 'work', value: '+44 1' },
          { type: 'mobile', value: '+44 2' },
        ],
      }),
    ),
    bad: changed(ada({ phoneNumbers: [{ type: 'mobile', value: '+44 2' }] })),
  },
  exercises: addsEntries,
  explains: (trouble) => {
    const { operation, path, kind } = trouble;
    if (kind !== 'missing' || operation === undefined || !asked(trouble) || !addsEntries(operation)) return false;
    const type = /\[type eq "([^"]*)"\]/.exec(path)?.[1];
    return type !== undefined && !JSON.stringify(operation.value).includes(JSON.stringify(type));
  },
};

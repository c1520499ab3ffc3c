import { says } from '../authority.js';
import { changed, exampleUser, patch } from '../messages.js';
import type { WriteOperation } from '../operation.js';
import { ofMembers } from '../written.js';

/** It adds entries to a list as a whole, without a filter. Members of groups have SC2304. */
export const addsEntries = (operation: WriteOperation): boolean =>
  operation.kind === 'add' && Array.isArray(operation.value) && operation.path?.filter === undefined && !ofMembers(operation);

/** What the standard says of it. */
export const ENTRIES_ARE_ADDED = says(
  '7644',
  '3.5.2.1',
  'If the target location specifies a multi-valued attribute, a new value is added to the attribute.',
);

const OLD = { type: 'work', value: '+44 1' };
const NEW = { type: 'mobile', value: '+44 2' };

/** An addition, and the answers that a target may give. */
export const ADDITION = {
  request: patch('/Users/u1', { op: 'add', path: 'phoneNumbers', value: [NEW] }),
  given: { resource: exampleUser({ phoneNumbers: [OLD] }) },
  good: changed(exampleUser({ phoneNumbers: [OLD, NEW] })),
};

/** The addition took the place of the list. */
export const ONLY_THE_NEW = changed(exampleUser({ phoneNumbers: [NEW] }));

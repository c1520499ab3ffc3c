import { getMember, isObject, type Json } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';

/** What an operation is known by where operations are kept in a map. */
const keyOf = (operation: Json): string =>
  JSON.stringify(isObject(operation) ? [getMember(operation, 'op'), getMember(operation, 'path')] : operation);

export const lastOfEachPath: Defect = {
  name: 'last-of-each-path',
  area: 'patch',
  title: 'Of several operations in one PATCH that have the same name and path the last one counts.',
  check: 'SC2130',
  clients: ['rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => next(entry, [...new Map(operations.map((operation) => [keyOf(operation), operation])).values()]),
  }),
};

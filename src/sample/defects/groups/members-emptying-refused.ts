import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { badRequest } from '../../refusal.js';
import { isMembers } from '../common.js';

export const membersEmptyingRefused: Defect = {
  name: 'members-emptying-refused',
  area: 'groups',
  kind: 'sets',
  title: 'A replace of the members by an empty list is refused with 400.',
  check: 'SC2305',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      const isEmpty = operations
        .map(readOperation)
        .some(({ op, path, value }) => op === 'replace' && isMembers(path) && Array.isArray(value) && value.length === 0);
      if (isEmpty) throw badRequest('invalidValue', 'The list is empty.');
      return operations;
    },
  }),
};

import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { badRequest } from '../../refusal.js';
import { isPath } from '../common.js';

export const removeAllMembersRefused: Defect = {
  name: 'remove-all-members-refused',
  area: 'groups',
  kind: 'sets',
  title: 'A remove of the members without a value is refused with 400.',
  check: 'SC2114',
  clients: ['rfc'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      const isWhole = operations
        .map(readOperation)
        .some(({ op, path, value }) => op === 'remove' && isPath(path, 'members') && value === undefined);
      if (isWhole) throw badRequest('invalidValue', 'The value is missing.');
      return operations;
    },
  }),
};

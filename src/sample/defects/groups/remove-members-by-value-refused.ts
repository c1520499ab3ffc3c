import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { badRequest } from '../../refusal.js';
import { isPath } from '../common.js';

export const removeMembersByValueRefused: Defect = {
  name: 'remove-members-by-value-refused',
  area: 'groups',
  title: 'Removing a member by value is refused with 400.',
  failure: 'F02',
  check: 'SC2302',
  clients: ['entra'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      const refused = operations
        .map(readOperation)
        .some(({ op, path, value }) => op === 'remove' && isPath(path, 'members') && value !== undefined);
      if (refused) throw badRequest('invalidValue', 'A remove operation must not have a value.');
      return operations;
    },
  }),
};

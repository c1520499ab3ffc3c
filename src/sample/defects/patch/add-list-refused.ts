import type { Defect } from '../../defect.js';
import { readOperation } from '../../operation.js';
import { badRequest } from '../../refusal.js';
import { isMembers } from '../common.js';

export const addListRefused: Defect = {
  name: 'add-list-refused',
  area: 'patch',
  kind: 'lists',
  title: 'An add of a list of values is refused.',
  check: 'SC2133',
  clients: ['rfc'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      const refused = operations.map(readOperation).find(({ op, path, value }) => op === 'add' && Array.isArray(value) && !isMembers(path));
      if (refused !== undefined) throw badRequest('invalidPath', `${refused.path ?? 'the resource'} cannot be added to.`);
      return operations;
    },
  }),
};

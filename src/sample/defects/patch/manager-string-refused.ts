import type { Defect } from '../../defect.js';
import { assignments } from '../../operation.js';
import { badRequest } from '../../refusal.js';
import { isManager } from '../common.js';

export const managerStringRefused: Defect = {
  name: 'manager-string-refused',
  area: 'patch',
  title: 'A manager sent as a bare id is refused with 400.',
  failure: 'F20',
  check: 'SC2111',
  clients: ['entra'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      if (assignments(operations).some(({ path, value }) => isManager(path) && typeof value === 'string')) {
        throw badRequest('invalidValue', 'manager must be an object.');
      }
      return operations;
    },
  }),
};

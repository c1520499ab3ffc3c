import type { Defect } from '../../defect.js';
import { without } from '../../operation.js';
import { isManager } from '../common.js';

export const managerStringIgnored: Defect = {
  name: 'manager-string-ignored',
  area: 'patch',
  title: 'A manager sent as a bare id answers 200 and changes nothing.',
  failure: 'F20',
  check: 'SC2111',
  clients: ['entra'],
  hooks: () => ({
    operations: (next, body, entry) => without(next(body, entry), ({ path, value }) => isManager(path) && typeof value === 'string'),
  }),
};

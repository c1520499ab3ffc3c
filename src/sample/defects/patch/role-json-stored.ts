import type { Defect } from '../../defect.js';
import { assignments } from '../../operation.js';
import { isPath, isText } from '../common.js';

export const roleJsonStored: Defect = {
  name: 'role-json-stored',
  area: 'patch',
  kind: 'lists',
  title: 'A role sent as JSON text is stored as that text.',
  failure: 'F65',
  check: 'SC2141',
  mapped: ['roles'],
  clients: ['entra'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const roles = assignments(operations).findLast(({ path }) => isPath(path, 'roles'))?.value;
      const after = next(entry, operations);
      return Array.isArray(roles) && roles.some(isText) ? { ...after, roles } : after;
    },
  }),
};

import type { Defect } from '../../defect.js';
import { assignments } from '../../operation.js';
import { badRequest } from '../../refusal.js';
import { isPath } from '../common.js';

export const deletedNameRefused: Defect = {
  name: 'deleted-name-refused',
  area: 'activation',
  title: 'A userName with 32 hexadecimal digits before the address is refused, and the deactivation with it.',
  failure: 'F116',
  check: 'SC2405',
  clients: ['entra'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const renamed = assignments(operations).some((each) => isPath(each.path, 'userName') && /^[0-9a-f]{32}/.test(String(each.value)));
      if (entry.type === 'User' && renamed) throw badRequest('invalidValue', 'userName must be an e-mail address of the domain.');
      return next(entry, operations);
    },
  }),
};

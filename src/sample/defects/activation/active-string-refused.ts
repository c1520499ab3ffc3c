import type { Defect } from '../../defect.js';
import { assignments } from '../../operation.js';
import { badRequest } from '../../refusal.js';
import { isActive } from '../common.js';

export const activeStringRefused: Defect = {
  name: 'active-string-refused',
  area: 'activation',
  title: 'A PATCH with active as the text "False" is refused with 400.',
  failure: 'F01',
  check: 'SC2102',
  clients: ['entra'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      if (assignments(operations).some((each) => isActive(each.path) && typeof each.value === 'string')) {
        throw badRequest('invalidValue', 'active must be a boolean.');
      }
      return next(entry, operations);
    },
  }),
};

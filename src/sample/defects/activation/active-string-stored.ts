import type { Defect } from '../../defect.js';
import { assignments } from '../../operation.js';
import { isActive } from '../common.js';

export const activeStringStored: Defect = {
  name: 'active-string-stored',
  area: 'activation',
  title: 'A PATCH with active as the text "False" stores the text, so the user stays active.',
  failure: 'F01',
  check: 'SC1109',
  clients: ['entra'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const active = assignments(operations).findLast((each) => isActive(each.path))?.value;
      const after = next(entry, operations);
      return typeof active === 'string' ? { ...after, active } : after;
    },
  }),
};

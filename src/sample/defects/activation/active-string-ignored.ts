import type { Defect } from '../../defect.js';
import { without } from '../../operation.js';
import { isActive } from '../common.js';

export const activeStringIgnored: Defect = {
  name: 'active-string-ignored',
  area: 'activation',
  title: 'A PATCH with active as the text "False" answers 200 and changes nothing.',
  failure: 'F01',
  check: 'SC2102',
  clients: ['entra'],
  hooks: () => ({
    patch: (next, entry, operations) =>
      next(
        entry,
        without(operations, (each) => isActive(each.path) && typeof each.value === 'string'),
      ),
  }),
};

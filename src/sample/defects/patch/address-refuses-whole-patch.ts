import type { Defect } from '../../defect.js';
import { assignments } from '../../operation.js';
import { badRequest } from '../../refusal.js';

export const addressRefusesWholePatch: Defect = {
  name: 'address-refuses-whole-patch',
  area: 'patch',
  title: 'A PATCH that touches an address is refused as a whole, with whatever else it changes.',
  failure: 'F19',
  check: 'SC2136',
  clients: ['entra'],
  hooks: () => ({
    operations: (next, body, entry) => {
      const operations = next(body, entry);
      if (assignments(operations).some(({ path }) => path?.toLowerCase().startsWith('addresses'))) {
        throw badRequest('invalidPath', 'addresses is not supported.');
      }
      return operations;
    },
  }),
};

import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const filterExternalIdRefused: Defect = {
  name: 'filter-external-id-refused',
  area: 'filter',
  title: 'A filter on externalId is refused with 400.',
  failure: 'F13',
  check: 'SC1319',
  clients: ['entra'],
  hooks: () => ({
    select: (next, entries, filter, types) => {
      if (/externalId/i.test(filter)) throw badRequest('invalidFilter', 'externalId cannot be filtered on.');
      return next(entries, filter, types);
    },
  }),
};

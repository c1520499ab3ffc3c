import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const groupFilterUnsupported: Defect = {
  name: 'group-filter-unsupported',
  area: 'groups',
  title: 'Groups cannot be looked up by displayName: the filter is refused with 400.',
  failure: 'F35',
  check: 'SC1310',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    select: (next, entries, filter, types) => {
      if (types.includes('Group')) throw badRequest('invalidFilter', 'Groups cannot be filtered.');
      return next(entries, filter, types);
    },
  }),
};

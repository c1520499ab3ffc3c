import type { Defect } from '../../defect.js';

export const sortOrderIgnored: Defect = {
  name: 'sort-order-ignored',
  area: 'paging',
  title: 'sortOrder is ignored: everything is ascending.',
  check: 'SC1701',
  clients: ['rfc'],
  hooks: () => ({ sort: (next, entries, query, types) => next(entries, { ...query, sortOrder: 'ascending' }, types) }),
};

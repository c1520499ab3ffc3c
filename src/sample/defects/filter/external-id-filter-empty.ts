import type { Defect } from '../../defect.js';

export const externalIdFilterEmpty: Defect = {
  name: 'external-id-filter-empty',
  area: 'filter',
  title: 'A filter on externalId always finds nothing.',
  failure: 'F13',
  check: 'SC1306',
  clients: ['entra'],
  hooks: () => ({
    select: (next, entries, filter, types) => (/^externalId eq/i.test(filter) ? [] : next(entries, filter, types)),
  }),
};

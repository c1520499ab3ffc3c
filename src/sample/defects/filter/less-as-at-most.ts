import type { Defect } from '../../defect.js';

export const lessAsAtMost: Defect = {
  name: 'less-as-at-most',
  area: 'filter',
  title: 'The operators gt and lt find the value itself, too.',
  check: 'SC1312',
  clients: ['rfc'],
  hooks: () => ({
    select: (next, entries, filter, types) => next(entries, filter.replaceAll(' gt ', ' ge ').replaceAll(' lt ', ' le '), types),
  }),
};

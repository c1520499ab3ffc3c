import type { Defect } from '../../defect.js';

export const andIgnored: Defect = {
  name: 'and-ignored',
  area: 'filter',
  title: 'Of a filter with "and" only the first half counts.',
  failure: 'F14',
  check: 'SC1311',
  clients: ['rfc'],
  hooks: () => ({
    matches: (next, filter, resource, type) => next(filter.kind === 'and' ? filter.left : filter, resource, type),
  }),
};

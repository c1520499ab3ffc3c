import type { Defect } from '../../defect.js';

export const discoveryFilterIgnored: Defect = {
  name: 'discovery-filter-ignored',
  area: 'discovery',
  title: 'A filter on /Schemas is ignored.',
  check: 'SC1605',
  clients: ['rfc'],
  hooks: () => ({
    perform: (next, route, request) => next(route, route.kind === 'schemas' ? { ...request, query: '' } : request),
  }),
};

import type { Defect } from '../../defect.js';

export const searchTakenForCreate: Defect = {
  name: 'search-taken-for-create',
  area: 'filter',
  title: 'A query by POST to /Users/.search is taken for a create.',
  check: 'SC1125',
  clients: ['rfc'],
  hooks: () => ({
    route: (next, request) => {
      const route = next(request);
      const [type] = route.kind === 'search' ? route.types : [];
      return type === undefined ? route : { kind: 'collection', type };
    },
  }),
};

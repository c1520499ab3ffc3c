import type { Defect } from '../../defect.js';

export const startIndexMissing: Defect = {
  name: 'start-index-missing',
  area: 'paging',
  kind: 'pages',
  title: 'A page does not say where it begins.',
  check: 'SC1406',
  clients: ['rfc'],
  hooks: () => ({
    envelope: (next, resources, page, query) => {
      const { startIndex: _, ...rest } = next(resources, page, query);
      return rest;
    },
  }),
};

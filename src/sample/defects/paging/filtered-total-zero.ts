import type { Defect } from '../../defect.js';

export const filteredTotalZero: Defect = {
  name: 'filtered-total-zero',
  area: 'paging',
  kind: 'pages',
  title: 'totalResults is 0 wherever there is a filter, whatever it finds.',
  check: 'SC1407',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    envelope: (next, resources, page, query) => ({
      ...next(resources, page, query),
      ...(query.filter === undefined ? {} : { totalResults: 0 }),
    }),
  }),
};

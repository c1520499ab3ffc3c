import type { Defect } from '../../defect.js';

export const filteredTotalIsPageSize: Defect = {
  name: 'filtered-total-is-page-size',
  area: 'paging',
  kind: 'pages',
  title: 'totalResults is the number of resources on the page where there is a filter.',
  check: 'SC1441',
  clients: ['rfc'],
  hooks: () => ({
    page: (next, entries, query) => {
      const page = next(entries, query);
      return query.filter === undefined ? page : { ...page, total: page.items.length };
    },
  }),
};

import type { Defect } from '../../defect.js';

export const filteredPagesRepeat: Defect = {
  name: 'filtered-pages-repeat',
  area: 'paging',
  kind: 'pages',
  title: 'Behind the last one that a filter finds the first page comes again.',
  check: 'SC1404',
  clients: ['rfc'],
  hooks: () => ({
    page: (next, entries, query) => {
      const page = next(entries, query);
      return query.filter !== undefined && page.items.length === 0 && query.count !== 0 ? next(entries, { ...query, startIndex: 1 }) : page;
    },
  }),
};

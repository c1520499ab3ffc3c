import type { Defect } from '../../defect.js';

export const startIndexFromZero: Defect = {
  name: 'start-index-from-zero',
  area: 'paging',
  kind: 'pages',
  title: 'startIndex is counted from 0.',
  failure: 'F52',
  check: 'SC1403',
  clients: ['entra', 'okta'],
  also: {
    SC1402: 'Whoever pages by a total misses the first one.',
    SC1405: 'What lies before the first page is then an empty one.',
  },
  hooks: () => ({
    page: (next, entries, query) => {
      const page = next(entries, { ...query, startIndex: (query.startIndex ?? 0) + 1 });
      return { ...page, startIndex: page.startIndex - 1 };
    },
  }),
};

import type { Defect } from '../../defect.js';

export const beyondEndRepeats: Defect = {
  name: 'beyond-end-repeats',
  area: 'paging',
  title: 'A page beyond the end repeats the first page.',
  failure: 'F52',
  check: 'SC1404',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    page: (next, entries, query) => {
      const page = next(entries, query);
      const { startIndex: _, ...rest } = query;
      return page.items.length === 0 ? next(entries, rest) : page;
    },
  }),
};

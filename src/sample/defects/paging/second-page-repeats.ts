import type { Defect } from '../../defect.js';

export const secondPageRepeats: Defect = {
  name: 'second-page-repeats',
  area: 'paging',
  kind: 'size',
  failure: 'F52',
  title: 'Behind the first hundred resources the first page comes again.',
  check: 'SC1402',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    page: (next, entries, query) => {
      const page = next(entries, query);
      if (page.startIndex <= 100 || page.items.length === 0) return page;
      return { ...page, items: entries.slice(0, page.items.length) };
    },
  }),
};

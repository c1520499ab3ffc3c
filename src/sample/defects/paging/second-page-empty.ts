import type { Defect } from '../../defect.js';

export const secondPageEmpty: Defect = {
  name: 'second-page-empty',
  area: 'paging',
  kind: 'size',
  title: 'A list ends after its first hundred resources, although its total says more.',
  failure: 'F51',
  check: 'SC1402',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    page: (next, entries, query) => {
      const page = next(entries, query);
      return page.startIndex > 100 ? { ...page, items: [] } : page;
    },
  }),
};

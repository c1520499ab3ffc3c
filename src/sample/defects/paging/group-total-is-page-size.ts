import type { Defect } from '../../defect.js';

export const groupTotalIsPageSize: Defect = {
  name: 'group-total-is-page-size',
  area: 'paging',
  kind: 'symmetry',
  title: 'totalResults of groups is the number of groups on the page.',
  check: 'SC1402',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    page: (next, entries, query) => {
      const page = next(entries, query);
      return entries[0]?.type === 'Group' ? { ...page, total: page.items.length } : page;
    },
  }),
};

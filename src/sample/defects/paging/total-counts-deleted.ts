import type { Defect } from '../../defect.js';

export const totalCountsDeleted: Defect = {
  name: 'total-counts-deleted',
  area: 'paging',
  kind: 'pages',
  title: 'totalResults of a list without a filter counts what was deleted, too.',
  check: 'SC1409',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => {
    let deleted = 0;
    return {
      erase: (next, entry) => {
        deleted += 1;
        next(entry);
      },
      envelope: (next, resources, page, query) => {
        const list = next(resources, page, query);
        return query.filter === undefined ? { ...list, totalResults: Number(list['totalResults']) + deleted } : list;
      },
    };
  },
};

import type { Defect } from '../../defect.js';

export const filterWithPagingIgnored: Defect = {
  name: 'filter-with-paging-ignored',
  area: 'filter',
  title: 'A filter is ignored when startIndex and count stand beside it.',
  failure: 'F14',
  check: 'SC1302',
  clients: ['okta'],
  hooks: () => ({
    query: (next, request) => {
      const { filter, ...rest } = next(request);
      return rest.count !== undefined || filter === undefined ? rest : { ...rest, filter };
    },
  }),
};

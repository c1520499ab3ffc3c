import type { Defect } from '../../defect.js';

export const pagingIgnored: Defect = {
  name: 'paging-ignored',
  area: 'paging',
  title: 'startIndex and count are ignored: every page holds everything.',
  failure: 'F52',
  check: 'SC1401',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    query: (next, request) => {
      const { startIndex: _, count: __, ...rest } = next(request);
      return rest;
    },
  }),
};

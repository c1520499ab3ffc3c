import type { Defect } from '../../defect.js';

export const startIndexIgnored: Defect = {
  name: 'start-index-ignored',
  area: 'paging',
  title: 'startIndex is ignored: every page is the first.',
  failure: 'F52',
  check: 'SC1402',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    query: (next, request) => {
      const { startIndex: _, ...rest } = next(request);
      return rest;
    },
  }),
};

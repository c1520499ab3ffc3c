import type { Defect } from '../../defect.js';

export const hundredthSkipped: Defect = {
  name: 'hundredth-skipped',
  area: 'paging',
  kind: 'size',
  title: 'A page that begins behind the first hundred resources begins one too late.',
  failure: 'F52',
  check: 'SC1402',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    page: (next, entries, query) => {
      const { startIndex = 1 } = query;
      const page = next(entries, startIndex > 100 ? { ...query, startIndex: startIndex + 1 } : query);
      return { ...page, startIndex };
    },
  }),
};

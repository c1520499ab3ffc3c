import type { Defect } from '../../defect.js';

export const firstResourceSkipped: Defect = {
  name: 'first-resource-skipped',
  area: 'paging',
  kind: 'pages',
  title: 'Where no startIndex is sent, a list begins with the second resource.',
  failure: 'F52',
  check: 'SC1403',
  clients: ['entra', 'rfc'],
  hooks: () => ({ page: (next, entries, query) => next(entries, { ...query, startIndex: query.startIndex ?? 2 }) }),
};

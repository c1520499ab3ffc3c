import type { Defect } from '../../defect.js';

export const itemsPerPageIsCount: Defect = {
  name: 'items-per-page-is-count',
  area: 'paging',
  title: 'itemsPerPage repeats the count that was asked for.',
  failure: 'F51',
  check: 'SC1107',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    envelope: (next, resources, page, query) => ({ ...next(resources, page, query), itemsPerPage: query.count ?? 100 }),
  }),
};

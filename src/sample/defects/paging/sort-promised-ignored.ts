import type { Defect } from '../../defect.js';

export const sortPromisedIgnored: Defect = {
  name: 'sort-promised-ignored',
  area: 'paging',
  title: 'ServiceProviderConfig promises sorting, and sortBy is ignored.',
  failure: 'F77',
  check: 'SC1701',
  clients: ['rfc'],
  hooks: () => ({ sort: (_next, entries) => entries }),
};

import type { Defect } from '../../defect.js';

export const filterDeniedInConfig: Defect = {
  name: 'filter-denied-in-config',
  area: 'discovery',
  title: '/ServiceProviderConfig says that filters are not supported, although they are.',
  failure: 'F77',
  check: 'SC1604',
  clients: ['rfc'],
  hooks: () => ({ config: (next) => ({ ...next(), filter: { supported: false, maxResults: 0 } }) }),
};

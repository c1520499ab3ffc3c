import type { Defect } from '../../defect.js';

export const maxResultsUntrue: Defect = {
  name: 'max-results-untrue',
  area: 'discovery',
  title: '/ServiceProviderConfig says that an answer holds one resource at most, and answers hold more.',
  failure: 'F77',
  check: 'SC1607',
  clients: ['rfc'],
  hooks: () => ({ config: (next) => ({ ...next(), filter: { supported: true, maxResults: 1 } }) }),
};

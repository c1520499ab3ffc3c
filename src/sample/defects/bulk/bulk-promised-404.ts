import type { Defect } from '../../defect.js';

export const bulkPromised404: Defect = {
  name: 'bulk-promised-404',
  area: 'bulk',
  title: 'ServiceProviderConfig promises bulk requests, and /Bulk does not exist.',
  failure: 'F77',
  check: 'SC1901',
  clients: ['rfc'],
  hooks: () => ({
    route: (next, request) => {
      const route = next(request);
      return route.kind === 'bulk' ? { kind: 'unknown' } : route;
    },
  }),
};

import type { Defect } from '../../defect.js';

export const etagNotCompared: Defect = {
  name: 'etag-not-compared',
  area: 'put',
  title: 'If-Match is ignored.',
  failure: 'F106',
  check: 'SC1802',
  clients: ['rfc'],
  hooks: () => ({
    exchange: (next, request) => {
      const { 'if-match': _, ...headers } = request.headers;
      return next({ ...request, headers });
    },
  }),
};

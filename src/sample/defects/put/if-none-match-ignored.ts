import type { Defect } from '../../defect.js';

export const ifNoneMatchIgnored: Defect = {
  name: 'if-none-match-ignored',
  area: 'put',
  title: 'If-None-Match is ignored: everything is sent again.',
  check: 'SC1803',
  clients: ['rfc'],
  hooks: () => ({
    exchange: (next, request) => {
      const { 'if-none-match': _, ...headers } = request.headers;
      return next({ ...request, headers });
    },
  }),
};

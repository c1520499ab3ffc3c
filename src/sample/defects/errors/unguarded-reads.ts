import type { Defect } from '../../defect.js';

export const unguardedReads: Defect = {
  name: 'unguarded-reads',
  area: 'errors',
  title: 'Reads need no credential; writes do.',
  failure: 'F81',
  check: 'SC1007',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ authorize: (next, request) => (request.method === 'GET' ? undefined : next(request)) }),
};

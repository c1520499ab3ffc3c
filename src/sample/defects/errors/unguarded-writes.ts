import type { Defect } from '../../defect.js';

export const unguardedWrites: Defect = {
  name: 'unguarded-writes',
  area: 'errors',
  title: 'Writes need no credential; reads do.',
  failure: 'F81',
  check: 'SC1007',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({ authorize: (next, request) => (request.method !== 'GET' ? undefined : next(request)) }),
};

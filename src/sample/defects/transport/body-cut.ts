import type { Defect } from '../../defect.js';

export const bodyCut: Defect = {
  name: 'body-cut',
  area: 'transport',
  title: 'Lists break off in the middle.',
  check: '',
  aborts: true,
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => ({
      ...next(route, request),
      ...(route.kind === 'collection' && request.method === 'GET' ? { fault: 'cut' } : {}),
    }),
  }),
};

import type { Defect } from '../../defect.js';

export const anyMethodAccepted: Defect = {
  name: 'any-method-accepted',
  area: 'errors',
  title: 'A POST to a resource answers as if it had been read.',
  check: 'SC1128',
  clients: ['rfc'],
  hooks: () => ({
    perform: (next, route, request) =>
      next(route, route.kind === 'resource' && request.method === 'POST' ? { ...request, method: 'GET' } : request),
  }),
};

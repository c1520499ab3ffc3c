import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const userListRefused: Defect = {
  name: 'user-list-refused',
  area: 'paging',
  title: 'GET /Users without a filter is refused with 400.',
  check: 'SC1408',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      const filtered = new URLSearchParams(request.query).has('filter');
      if (route.kind === 'collection' && route.type === 'User' && request.method === 'GET' && !filtered)
        throw badRequest('tooMany', 'Users can only be listed with a filter.');
      return next(route, request);
    },
  }),
};

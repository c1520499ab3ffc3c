import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const groupListRefused: Defect = {
  name: 'group-list-refused',
  area: 'groups',
  title: 'GET /Groups without a filter is refused with 400.',
  check: 'SC1408',
  clients: ['okta'],
  hooks: () => ({
    perform: (next, route, request) => {
      const filtered = new URLSearchParams(request.query).has('filter');
      if (route.kind === 'collection' && route.type === 'Group' && request.method === 'GET' && !filtered)
        throw badRequest('tooMany', 'Groups can only be listed with a filter.');
      return next(route, request);
    },
  }),
};

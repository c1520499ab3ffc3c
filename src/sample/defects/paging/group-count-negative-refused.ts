import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const groupCountNegativeRefused: Defect = {
  name: 'group-count-negative-refused',
  area: 'paging',
  kind: 'symmetry',
  title: 'A negative count is refused for groups.',
  check: 'SC1405',
  clients: ['rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      if (route.kind === 'collection' && route.type === 'Group' && /(^|&)count=-/.test(request.query))
        throw badRequest('invalidValue', 'The count is negative.');
      return next(route, request);
    },
  }),
};

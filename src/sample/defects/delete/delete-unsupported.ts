import type { Defect } from '../../defect.js';
import { notAllowed } from '../../refusal.js';

export const deleteUnsupported: Defect = {
  name: 'delete-unsupported',
  area: 'delete',
  title: 'DELETE answers 405.',
  failure: 'F91',
  check: 'SC2603',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      if (request.method === 'DELETE') throw notAllowed('DELETE', ['GET', 'PUT', 'PATCH']);
      return next(route, request);
    },
  }),
};

import type { Defect } from '../../defect.js';
import { notAllowed } from '../../refusal.js';

export const patchUnsupported: Defect = {
  name: 'patch-unsupported',
  area: 'patch',
  title: 'PATCH answers 405.',
  failure: 'F10',
  check: 'SC2100',
  clients: ['entra', 'okta'],
  hooks: () => ({
    perform: (next, route, request) => {
      if (request.method === 'PATCH') throw notAllowed('PATCH', ['GET', 'PUT', 'DELETE']);
      return next(route, request);
    },
  }),
};

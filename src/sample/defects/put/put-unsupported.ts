import type { Defect } from '../../defect.js';
import { notAllowed } from '../../refusal.js';

export const putUnsupported: Defect = {
  name: 'put-unsupported',
  area: 'put',
  title: 'PUT answers 405.',
  failure: 'F11',
  check: 'SC2200',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      if (request.method === 'PUT') throw notAllowed('PUT', ['GET', 'PATCH', 'DELETE']);
      return next(route, request);
    },
  }),
};

import type { Variant } from '../defect.js';
import { notAllowed } from '../refusal.js';

export const noPut: Variant = {
  name: 'no-put',
  title: 'PUT is not supported; Entra does not use it.',
  allowedBy: 'RFC 7644 §3.12',
  clients: ['entra'],
  hooks: () => ({
    perform: (next, route, request) => {
      if (request.method === 'PUT') throw notAllowed('PUT', ['GET', 'PATCH', 'DELETE']);
      return next(route, request);
    },
  }),
};

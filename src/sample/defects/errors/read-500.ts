import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const read500: Defect = {
  name: 'read-500',
  area: 'errors',
  title: 'Reading a user answers 500.',
  check: 'SC1104',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      if (request.method === 'GET' && route.kind === 'resource' && route.type === 'User') throw new Refusal(500, 'relation does not exist');
      return next(route, request);
    },
  }),
};

import type { Defect } from '../../defect.js';
import { notFound } from '../../refusal.js';

export const read404: Defect = {
  name: 'read-404',
  area: 'errors',
  title: 'A user cannot be read by the id: 404.',
  check: 'SC2501',
  also: { SC9002: 'A scenario reads a user in its own words.' },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => {
      if (request.method === 'GET' && route.kind === 'resource' && route.type === 'User') throw notFound(route.id);
      return next(route, request);
    },
  }),
};

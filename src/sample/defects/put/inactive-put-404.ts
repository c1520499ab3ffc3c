import type { Defect } from '../../defect.js';
import { notFound } from '../../refusal.js';

export const inactivePut404: Defect = {
  name: 'inactive-put-404',
  area: 'put',
  title: 'A PUT of a user who is not active answers 404.',
  check: 'SC2119',
  also: { SC2407: 'Whoever is not active cannot be renamed either.' },
  clients: ['okta'],
  hooks: ({ store }) => ({
    perform: (next, route, request) => {
      const isAway =
        request.method === 'PUT' && route.kind === 'resource' && store.get(route.type, route.id)?.attributes['active'] === false;
      if (isAway) throw notFound('The user');
      return next(route, request);
    },
  }),
};

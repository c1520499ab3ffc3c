import type { Defect } from '../../defect.js';

export const readWrongUser: Defect = {
  name: 'read-wrong-user',
  area: 'integrity',
  title: 'Reading a user by the id answers with the first user.',
  check: 'SC2502',
  also: { SC9002: 'A scenario reads a user in its own words.' },
  clients: ['entra', 'okta', 'rfc'],
  hooks: ({ store }) => ({
    perform: (next, route, request) => {
      const first = store.all('User')[0];
      return request.method === 'GET' && route.kind === 'resource' && route.type === 'User' && first !== undefined
        ? next({ ...route, id: first.id }, request)
        : next(route, request);
    },
  }),
};

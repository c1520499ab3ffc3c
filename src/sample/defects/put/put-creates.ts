import type { Defect } from '../../defect.js';

export const putCreates: Defect = {
  name: 'put-creates',
  area: 'put',
  title: 'PUT to an id that does not exist creates a resource.',
  failure: 'F11',
  check: 'SC2205',
  clients: ['okta', 'rfc'],
  hooks: ({ stages }) => ({
    perform: (next, route, request) => {
      const missing = request.method === 'PUT' && route.kind === 'resource' && stages.find(route.type, route.id) === undefined;
      return next(missing ? { kind: 'collection', type: route.type } : route, missing ? { ...request, method: 'POST' } : request);
    },
  }),
};

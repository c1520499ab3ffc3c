import type { Defect } from '../../defect.js';
import { reply } from '../../reply.js';

export const deleteUnknown204: Defect = {
  name: 'delete-unknown-204',
  area: 'delete',
  title: 'DELETE of an id that does not exist answers 204.',
  failure: 'F91',
  check: 'SC2605',
  clients: ['rfc'],
  hooks: ({ stages }) => ({
    perform: (next, route, request) =>
      request.method === 'DELETE' && route.kind === 'resource' && stages.find(route.type, route.id) === undefined
        ? reply(204)
        : next(route, request),
  }),
};

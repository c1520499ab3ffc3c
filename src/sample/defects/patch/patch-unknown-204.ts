import type { Defect } from '../../defect.js';
import { reply } from '../../reply.js';

export const patchUnknown204: Defect = {
  name: 'patch-unknown-204',
  area: 'patch',
  title: 'A PATCH of an id that is gone answers 204, as if it had been carried out.',
  failure: 'F113',
  check: 'SC2504',
  clients: ['rfc'],
  hooks: ({ stages }) => ({
    perform: (next, route, request) => {
      const isGone = route.kind === 'resource' && stages.find(route.type, route.id) === undefined;
      return isGone && request.method === 'PATCH' ? reply(204) : next(route, request);
    },
  }),
};

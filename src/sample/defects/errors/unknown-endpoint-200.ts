import type { Defect } from '../../defect.js';
import { reply } from '../../reply.js';

export const unknownEndpoint200: Defect = {
  name: 'unknown-endpoint-200',
  area: 'errors',
  title: 'A path that does not exist answers 200 with an empty object.',
  check: 'SC1124',
  clients: ['rfc'],
  hooks: () => ({ perform: (next, route, request) => (route.kind === 'unknown' ? reply(200, {}) : next(route, request)) }),
};

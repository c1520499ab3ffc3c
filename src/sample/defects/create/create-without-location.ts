import type { Defect } from '../../defect.js';
import { withoutHeader } from '../../reply.js';
import { onCreate } from '../common.js';

export const createWithoutLocation: Defect = {
  name: 'create-without-location',
  area: 'create',
  title: 'The answer to POST has no Location header.',
  failure: 'F50',
  check: 'SC1203',
  clients: ['rfc'],
  hooks: () => ({
    perform: (next, route, request) => onCreate(route, request, next(route, request), (answer) => withoutHeader(answer, 'Location')),
  }),
};

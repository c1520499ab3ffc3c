import type { Defect } from '../../defect.js';
import { onCreate } from '../common.js';

export const create200: Defect = {
  name: 'create-200',
  area: 'create',
  title: 'POST answers 200.',
  failure: 'F50',
  check: 'SC1201',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    perform: (next, route, request) => onCreate(route, request, next(route, request), (answer) => ({ ...answer, status: 200 })),
  }),
};

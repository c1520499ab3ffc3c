import type { Defect } from '../../defect.js';
import { onCreate } from '../common.js';

export const createEmptyBody: Defect = {
  name: 'create-empty-body',
  area: 'create',
  title: 'POST answers 201 without a body.',
  failure: 'F50',
  check: 'SC1202',
  clients: ['entra', 'okta'],
  hooks: () => ({
    perform: (next, route, request) => onCreate(route, request, next(route, request), ({ status, headers }) => ({ status, headers })),
  }),
};

import type { Defect } from '../../defect.js';

export const patchNeverAnswered: Defect = {
  name: 'patch-never-answered',
  area: 'transport',
  title: 'PATCH is never answered.',
  check: 'SC1003',
  clients: ['entra', 'okta'],
  hooks: () => ({
    perform: (next, route, request) => ({ ...next(route, request), ...(request.method === 'PATCH' ? { fault: 'silent' } : {}) }),
  }),
};

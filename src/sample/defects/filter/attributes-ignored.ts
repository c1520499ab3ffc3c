import type { Defect } from '../../defect.js';

export const attributesIgnored: Defect = {
  name: 'attributes-ignored',
  area: 'filter',
  title: 'The parameter attributes is ignored.',
  check: 'SC1501',
  clients: ['rfc'],
  hooks: () => ({ query: (next, request) => ({ ...next(request), attributes: [] }) }),
};

import type { Defect } from '../../defect.js';

export const bulkReferencesDropped: Defect = {
  name: 'bulk-references-dropped',
  area: 'bulk',
  title: 'References to resources of the same bulk request are left out.',
  check: 'SC1906',
  clients: ['rfc'],
  hooks: () => ({
    bulk: (next, body) => next(JSON.parse(JSON.stringify(body).replaceAll(/\{"value":"bulkId:[^"]*"\}/g, '')) as typeof body),
  }),
};

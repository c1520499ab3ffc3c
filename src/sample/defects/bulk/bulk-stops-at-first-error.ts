import type { Defect } from '../../defect.js';

export const bulkStopsAtFirstError: Defect = {
  name: 'bulk-stops-at-first-error',
  area: 'bulk',
  title: 'A bulk request ends at its first error.',
  check: 'SC1907',
  clients: ['rfc'],
  hooks: () => ({ bulk: (next, body) => next({ ...body, failOnErrors: 1 }) }),
};

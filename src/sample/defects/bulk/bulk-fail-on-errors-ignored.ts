import type { Defect } from '../../defect.js';

export const bulkFailOnErrorsIgnored: Defect = {
  name: 'bulk-fail-on-errors-ignored',
  area: 'bulk',
  title: 'failOnErrors is ignored.',
  check: 'SC1908',
  clients: ['rfc'],
  hooks: () => ({ bulk: (next, { failOnErrors: _, ...body }) => next(body) }),
};

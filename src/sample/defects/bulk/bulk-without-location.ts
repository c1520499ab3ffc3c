import type { Defect } from '../../defect.js';
import { mapResults } from '../common.js';

export const bulkWithoutLocation: Defect = {
  name: 'bulk-without-location',
  area: 'bulk',
  title: 'The results of a bulk request have no location.',
  check: 'SC1903',
  clients: ['rfc'],
  hooks: () => ({ bulk: (next, body) => mapResults(next(body), ({ location: _, ...result }) => result) }),
};

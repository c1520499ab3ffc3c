import type { Defect } from '../../defect.js';
import { mapResults } from '../common.js';

export const bulkWithoutBulkId: Defect = {
  name: 'bulk-without-bulk-id',
  area: 'bulk',
  title: 'The results of a bulk request have no bulkId.',
  check: 'SC1904',
  clients: ['rfc'],
  hooks: () => ({ bulk: (next, body) => mapResults(next(body), ({ bulkId: _, ...result }) => result) }),
};

import type { Defect } from '../../defect.js';
import { mapResults } from '../common.js';

export const bulkErrorsUntold: Defect = {
  name: 'bulk-errors-untold',
  area: 'bulk',
  title: 'A failed operation of a bulk request has a status and no error.',
  check: 'SC1905',
  clients: ['rfc'],
  hooks: () => ({ bulk: (next, body) => mapResults(next(body), ({ response: _, ...result }) => result) }),
};

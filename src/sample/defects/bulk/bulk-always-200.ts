import type { Defect } from '../../defect.js';
import { mapResults } from '../common.js';

export const bulkAlways200: Defect = {
  name: 'bulk-always-200',
  area: 'bulk',
  title: 'Every operation of a bulk request that was done has the status 200.',
  check: 'SC1902',
  clients: ['rfc'],
  hooks: () => ({
    bulk: (next, body) => mapResults(next(body), (result) => (Number(result['status']) < 300 ? { ...result, status: '200' } : result)),
  }),
};

import type { Variant } from '../defect.js';

export const bulkReordered: Variant = {
  name: 'bulk-reordered',
  title: 'The results of a bulk request come in another order.',
  allowedBy: 'RFC 7644 §3.7',
  hooks: () => ({
    bulk: (next, body) => {
      const response = next(body);
      const results = response['Operations'];
      return { ...response, Operations: Array.isArray(results) ? [...results].reverse() : [] };
    },
  }),
};

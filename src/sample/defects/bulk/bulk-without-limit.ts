import type { Defect } from '../../defect.js';

export const bulkWithoutLimit: Defect = {
  name: 'bulk-without-limit',
  area: 'bulk',
  title: 'A bulk request may have more operations than ServiceProviderConfig says.',
  check: 'SC1909',
  clients: ['rfc'],
  hooks: () => ({
    bulk: (next, body) => {
      const operations = Array.isArray(body['Operations']) ? body['Operations'] : [];
      const first = next({ ...body, Operations: operations.slice(0, 20) });
      const rest = next({ ...body, Operations: operations.slice(20) });
      return { ...first, Operations: [first, rest].flatMap((each) => each['Operations'] ?? []) };
    },
  }),
};

import type { Variant } from '../defect.js';

export const numbersOmitted: Variant = {
  name: 'numbers-omitted',
  title: 'A list that is complete has neither startIndex nor itemsPerPage.',
  allowedBy: 'RFC 7644 §3.4.2',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    envelope: (next, resources, page, query) => {
      const { startIndex: _, itemsPerPage: __, ...rest } = next(resources, page, query);
      return resources.length === page.total ? rest : next(resources, page, query);
    },
  }),
};

import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const negativeCountRefused: Defect = {
  name: 'negative-count-refused',
  area: 'paging',
  kind: 'pages',
  title: 'A negative count is refused with 400.',
  check: 'SC1405',
  clients: ['rfc'],
  hooks: () => ({
    query: (next, request) => {
      if (/count=-/.test(request.query)) throw badRequest('invalidValue', 'count must not be negative.');
      return next(request);
    },
  }),
};

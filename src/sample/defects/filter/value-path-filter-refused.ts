import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const valuePathFilterRefused: Defect = {
  name: 'value-path-filter-refused',
  area: 'filter',
  title: 'A filter with a value path is refused with 400.',
  failure: 'F74',
  check: 'SC1319',
  clients: ['entra'],
  hooks: () => ({
    select: (next, entries, filter, types) => {
      // A bracket inside a text is none of a path.
      if (/^[^"]*\[/.test(filter)) throw badRequest('invalidFilter', 'The filter cannot be read.');
      return next(entries, filter, types);
    },
  }),
};

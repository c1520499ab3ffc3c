import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const noMatch404: Defect = {
  name: 'no-match-404',
  area: 'filter',
  title: 'A filter that finds nothing answers 404.',
  failure: 'F12',
  check: 'SC1301',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    select: (next, entries, filter, types) => {
      const found = next(entries, filter, types);
      if (found.length === 0) throw new Refusal(404, 'No resource was found.');
      return found;
    },
  }),
};

import type { Defect } from '../../defect.js';
import { lookedUp } from '../looks.js';

export const foundOncePerAddress: Defect = {
  name: 'found-once-per-address',
  area: 'filter',
  title: 'A look-up lists a user once for each e-mail address, as a join in SQL does.',
  check: 'SC1309',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    select: (next, entries, filter, types) => {
      const found = next(entries, filter, types);
      if (lookedUp(filter) === undefined) return found;
      return found.flatMap((entry) => {
        const { emails } = entry.attributes;
        return Array.isArray(emails) && emails.length > 1 ? emails.map(() => entry) : [entry];
      });
    },
  }),
};

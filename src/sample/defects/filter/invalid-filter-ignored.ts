import type { Defect } from '../../defect.js';

export const invalidFilterIgnored: Defect = {
  name: 'invalid-filter-ignored',
  area: 'filter',
  title: 'A filter that cannot be read is ignored: everything is returned.',
  failure: 'F14',
  check: 'SC1314',
  clients: ['rfc'],
  hooks: () => ({
    select: (next, entries, filter, types) => {
      try {
        return next(entries, filter, types);
      } catch {
        return entries;
      }
    },
  }),
};

import type { Defect } from '../../defect.js';

export const sortByLetterCase: Defect = {
  name: 'sort-by-letter-case',
  area: 'paging',
  title: 'Names with capitals are sorted before all others.',
  check: 'SC1702',
  clients: ['rfc'],
  hooks: () => ({
    sort: (next, entries, query, types) => {
      const sorted = next(entries, query, types);
      const capital = (name: unknown): boolean => /^[A-Z]/.test(String(name));
      const [upper, lower] = [true, false].map((side) => sorted.filter((entry) => capital(entry.attributes['userName']) === side));
      if (query.sortBy !== 'userName') return sorted;
      const both = [upper ?? [], lower ?? []];
      return (query.sortOrder === 'descending' ? both.reverse() : both).flat();
    },
  }),
};

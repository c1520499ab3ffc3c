import type { Defect } from '../../defect.js';

export const sortNoValueFirst: Defect = {
  name: 'sort-no-value-first',
  area: 'paging',
  title: 'In ascending order people without the value come first.',
  check: 'SC1703',
  clients: ['rfc'],
  hooks: () => ({
    sort: (next, entries, query, types) => {
      const sorted = next(entries, query, types);
      if (query.sortBy !== 'title') return sorted;
      const isEmpty = (each: (typeof entries)[number]): boolean => each.attributes['title'] === undefined;
      return [...sorted.filter(isEmpty), ...sorted.filter((each) => !isEmpty(each))];
    },
  }),
};

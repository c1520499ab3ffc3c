import type { Defect } from '../../defect.js';

export const totalsAsStrings: Defect = {
  name: 'totals-as-strings',
  area: 'paging',
  title: 'The numbers of a list are texts.',
  failure: 'F52',
  check: 'SC1106',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    envelope: (next, resources, page, query) => {
      const list = next(resources, page, query);
      const text = (name: string) => String(list[name]);
      return { ...list, totalResults: text('totalResults'), startIndex: text('startIndex'), itemsPerPage: text('itemsPerPage') };
    },
  }),
};

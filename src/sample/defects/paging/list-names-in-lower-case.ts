import type { Defect } from '../../defect.js';

export const listNamesInLowerCase: Defect = {
  name: 'list-names-in-lower-case',
  area: 'paging',
  failure: 'F129',
  title: 'The members of a list are named in lower case: "resources", "totalresults".',
  check: 'SC1147',
  clients: ['entra', 'okta'],
  hooks: () => ({
    envelope: (next, resources, page, query) =>
      Object.fromEntries(Object.entries(next(resources, page, query)).map(([name, value]) => [name.toLowerCase(), value])),
  }),
};

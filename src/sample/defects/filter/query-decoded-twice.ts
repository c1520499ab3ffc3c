import type { Defect } from '../../defect.js';

export const queryDecodedTwice: Defect = {
  name: 'query-decoded-twice',
  area: 'filter',
  title: 'The query is decoded twice, so that an encoded plus becomes a space.',
  failure: 'F25',
  check: 'SC1308',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    query: (next, request) => {
      const query = next(request);
      return query.filter === undefined ? query : { ...query, filter: query.filter.replaceAll('+', ' ') };
    },
  }),
};

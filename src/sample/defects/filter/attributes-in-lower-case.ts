import type { Defect } from '../../defect.js';

export const attributesInLowerCase: Defect = {
  name: 'attributes-in-lower-case',
  area: 'filter',
  title: 'The names in attributes are looked up in lower case, and userName is not found.',
  check: 'SC1504',
  clients: ['rfc'],
  hooks: () => ({
    query: (next, request) => {
      const query = next(request);
      return { ...query, attributes: query.attributes.map((name) => (name === name.toLowerCase() ? name : 'id')) };
    },
  }),
};

import type { Defect } from '../../defect.js';

export const attributesUrnUnknown: Defect = {
  name: 'attributes-urn-unknown',
  area: 'filter',
  title: 'Names in attributes that begin with a URN are passed over.',
  check: 'SC1505',
  clients: ['rfc'],
  hooks: () => ({
    query: (next, request) => {
      const query = next(request);
      return { ...query, attributes: query.attributes.map((name) => (name.toLowerCase().startsWith('urn:') ? 'id' : name)) };
    },
  }),
};

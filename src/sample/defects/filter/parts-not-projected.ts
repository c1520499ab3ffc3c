import type { Defect } from '../../defect.js';

export const partsNotProjected: Defect = {
  name: 'parts-not-projected',
  area: 'filter',
  title: 'Whoever asks for a part of an attribute gets nothing of it.',
  check: 'SC1504',
  clients: ['rfc'],
  hooks: () => ({
    query: (next, request) => {
      const query = next(request);
      const isPart = (name: string): boolean => !name.includes(':') && name.includes('.');
      return { ...query, attributes: query.attributes.map((name) => (isPart(name) ? 'id' : name)) };
    },
  }),
};

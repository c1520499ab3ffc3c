import type { Defect } from '../../defect.js';

export const metaMissing: Defect = {
  name: 'meta-missing',
  area: 'shape',
  title: 'Resources are returned without meta.',
  check: 'SC1114',
  also: { SC1203: 'Without meta there is no location either.', SC1312: 'Filters on meta.lastModified find nothing.' },
  clients: ['rfc'],
  hooks: () => ({
    render: (next, entry) => {
      const { meta: _, ...rest } = next(entry);
      return rest;
    },
  }),
};

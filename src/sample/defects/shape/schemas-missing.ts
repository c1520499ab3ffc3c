import type { Defect } from '../../defect.js';

export const schemasMissing: Defect = {
  name: 'schemas-missing',
  area: 'shape',
  title: 'Resources are returned without schemas.',
  check: 'SC1113',
  clients: ['rfc'],
  hooks: () => ({
    project: (next, resource, type, query) => {
      const { schemas: _, ...rest } = next(resource, type, query);
      return rest;
    },
  }),
};

import type { Defect } from '../../defect.js';

export const extensionsNotNamed: Defect = {
  name: 'extensions-not-named',
  area: 'shape',
  title: 'The schemas of a user leave out the extensions that the user has.',
  check: 'SC1130',
  clients: ['rfc'],
  hooks: () => ({
    render: (next, entry) => {
      const resource = next(entry);
      return { ...resource, schemas: Array.isArray(resource['schemas']) ? resource['schemas'].slice(0, 1) : [] };
    },
  }),
};

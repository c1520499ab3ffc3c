import type { Defect } from '../../defect.js';

export const emptyResourcesNull: Defect = {
  name: 'empty-resources-null',
  area: 'paging',
  title: 'An empty list has "Resources": null.',
  failure: 'F12',
  check: 'SC1105',
  clients: ['entra', 'okta'],
  hooks: () => ({
    envelope: (next, resources, page, query) => ({
      ...next(resources, page, query),
      ...(resources.length === 0 ? { Resources: null } : {}),
    }),
  }),
};

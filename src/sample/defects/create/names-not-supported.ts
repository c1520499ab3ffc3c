import type { Defect } from '../../defect.js';
import { redeclared } from '../../redeclared.js';

export const namesNotSupported: Defect = {
  name: 'names-not-supported',
  area: 'create',
  title: 'Users have no name but userName and displayName, as /Schemas says.',
  check: 'SC1228',
  clients: ['okta'],
  hooks: () => ({
    schemas: (next) => redeclared(next(), (attribute) => (attribute['name'] === 'name' ? undefined : attribute)),
    accept: (next, type, body) => {
      const { name: _, ...rest } = next(type, body);
      return rest;
    },
  }),
};

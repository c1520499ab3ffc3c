import type { Defect } from '../../defect.js';
import { redeclared } from '../../redeclared.js';

export const ownSchemaUntrue: Defect = {
  name: 'own-schema-untrue',
  area: 'discovery',
  title: '/Schemas says that userName is never returned.',
  check: 'SC1117',
  clients: ['rfc'],
  hooks: () => ({
    schemas: (next) => redeclared(next(), (each) => (each['name'] === 'userName' ? { ...each, returned: 'never' } : each)),
  }),
};

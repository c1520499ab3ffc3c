import type { Defect } from '../../defect.js';
import { redeclared } from '../../redeclared.js';
import { badRequest } from '../../refusal.js';

export const userNamesImmutable: Defect = {
  name: 'user-names-immutable',
  area: 'activation',
  title: 'A userName is immutable, as /Schemas says: whoever changes it is refused.',
  check: 'SC2406',
  clients: ['entra', 'okta'],
  hooks: () => ({
    schemas: (next) => redeclared(next(), (each) => (each['name'] === 'userName' ? { ...each, mutability: 'immutable' } : each)),
    save: (next, type, attributes, entry) => {
      if (type === 'User' && entry !== undefined && attributes['userName'] !== entry.attributes['userName'])
        throw badRequest('mutability', 'userName is immutable.');
      return next(type, attributes, entry);
    },
  }),
};

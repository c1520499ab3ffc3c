import type { Defect } from '../../defect.js';
import { redeclared } from '../../redeclared.js';
import { badRequest } from '../../refusal.js';

export const groupNamesImmutable: Defect = {
  name: 'group-names-immutable',
  area: 'groups',
  title: 'The displayName of a group is immutable, as /Schemas says: whoever changes it is refused.',
  check: 'SC2406',
  clients: ['entra', 'okta'],
  hooks: () => ({
    schemas: (next) =>
      redeclared(next(), (each, schema) =>
        schema['name'] === 'Group' && each['name'] === 'displayName' ? { ...each, mutability: 'immutable' } : each,
      ),
    save: (next, type, attributes, entry) => {
      if (type === 'Group' && entry !== undefined && attributes['displayName'] !== entry.attributes['displayName'])
        throw badRequest('mutability', 'displayName is immutable.');
      return next(type, attributes, entry);
    },
  }),
};

import { isDeepStrictEqual } from 'node:util';
import type { Defect } from '../../defect.js';
import { redeclared } from '../../redeclared.js';
import { badRequest } from '../../refusal.js';

const FIXED = ['name', 'emails'];

export const namesImmutable: Defect = {
  name: 'names-immutable',
  area: 'activation',
  title: 'Names and addresses of people are immutable, as /Schemas says: whoever changes them is refused.',
  check: 'SC2406',
  clients: ['entra', 'okta'],
  hooks: () => ({
    schemas: (next) =>
      redeclared(next(), (each, schema) =>
        schema['name'] === 'User' && FIXED.includes(String(each['name'])) ? { ...each, mutability: 'immutable' } : each,
      ),
    save: (next, type, attributes, entry) => {
      const changed =
        type === 'User' && entry !== undefined && FIXED.find((name) => !isDeepStrictEqual(attributes[name], entry.attributes[name]));
      if (typeof changed === 'string') throw badRequest('mutability', `${changed} is immutable.`);
      return next(type, attributes, entry);
    },
  }),
};

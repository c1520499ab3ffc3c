import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const givenNameRequired: Defect = {
  name: 'given-name-required',
  area: 'create',
  kind: 'values',
  title: 'A user without a given name is refused with 400, and /Schemas does not say that it is required.',
  failure: 'F110',
  check: 'SC1221',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    check: (next, type, attributes, entry) => {
      const { name } = attributes;
      if (type === 'User' && isObject(name) && name['givenName'] === undefined)
        throw badRequest('invalidValue', 'A first name is required.');
      next(type, attributes, entry);
    },
  }),
};

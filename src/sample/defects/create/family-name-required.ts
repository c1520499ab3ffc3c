import { isObject } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const familyNameRequired: Defect = {
  name: 'family-name-required',
  area: 'create',
  kind: 'values',
  title: 'A user without a family name is refused with 400, and /Schemas does not say that it is required.',
  failure: 'F110',
  check: 'SC1221',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    create: (next, type, accepted) => {
      const name = accepted['name'];
      if (type === 'User' && !(isObject(name) && typeof name['familyName'] === 'string'))
        throw badRequest('invalidValue', 'A last name is required.');
      return next(type, accepted);
    },
  }),
};

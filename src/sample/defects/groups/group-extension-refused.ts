import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const groupExtensionRefused: Defect = {
  name: 'group-extension-refused',
  area: 'groups',
  title: 'A group whose schemas list names more than the schema of groups is refused with 422.',
  failure: 'F121',
  check: 'SC2313',
  clients: ['entra', 'okta'],
  hooks: () => ({
    accept: (next, type, body) => {
      const schemas = body['schemas'];
      if (type === 'Group' && Array.isArray(schemas) && schemas.length > 1)
        throw badRequest('invalidValue', 'schemas must be the schema of groups.');
      return next(type, body);
    },
  }),
};

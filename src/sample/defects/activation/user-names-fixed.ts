import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const userNamesFixed: Defect = {
  name: 'user-names-fixed',
  area: 'activation',
  title: 'A change of userName is refused, and /Schemas does not declare it immutable.',
  check: 'SC2805',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    save: (next, type, attributes, entry) => {
      if (type === 'User' && entry !== undefined && attributes['userName'] !== entry.attributes['userName'])
        throw badRequest('mutability', 'userName cannot be changed.');
      return next(type, attributes, entry);
    },
  }),
};

import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const userNamesNarrow: Defect = {
  name: 'user-names-narrow',
  area: 'create',
  kind: 'values',
  title: 'A user whose userName has other signs than letters of ASCII, digits and . _ - @ is refused with 400.',
  check: 'SC1226',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    check: (next, type, attributes, entry) => {
      if (type === 'User' && /[^\w.@-]/.test(String(attributes['userName'])))
        throw badRequest('invalidValue', 'userName contains invalid characters');
      next(type, attributes, entry);
    },
  }),
};

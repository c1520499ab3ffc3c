import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const domainsVerified: Defect = {
  name: 'domains-verified',
  area: 'create',
  title: 'User names must be addresses of a domain that the tenant has verified.',
  check: 'SC2802',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    check: (next, type, attributes, entry) => {
      if (type === 'User' && !/@corp\.example$/i.test(String(attributes['userName'] ?? '')) && attributes['userName'] !== undefined)
        throw badRequest('invalidValue', 'The domain of this address is not verified.');
      return next(type, attributes, entry);
    },
  }),
};

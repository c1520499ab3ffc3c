import type { Variant } from '../defect.js';
import { badRequest } from '../refusal.js';

export const noFilters: Variant = {
  name: 'no-filters',
  title: 'Filters are not supported, as /ServiceProviderConfig says; Entra and Okta need them.',
  allowedBy: 'RFC 7644 §3.4.2.2',
  clients: ['rfc'],
  hooks: () => ({
    config: (next) => ({ ...next(), filter: { supported: false, maxResults: 0 } }),
    select: () => {
      throw badRequest('invalidFilter', 'Filters are not supported.');
    },
  }),
};

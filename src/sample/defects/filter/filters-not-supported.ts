import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const filtersNotSupported: Defect = {
  name: 'filters-not-supported',
  area: 'filter',
  title: 'Filters are answered 403, as /ServiceProviderConfig says that there are none.',
  check: 'SC1318',
  clients: ['entra', 'okta'],
  hooks: () => ({
    config: (next) => ({ ...next(), filter: { supported: false, maxResults: 0 } }),
    select: () => {
      throw new Refusal(403, 'This product has no filters.');
    },
  }),
};

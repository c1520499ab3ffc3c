import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';

export const filterAttributeCaseSensitive: Defect = {
  name: 'filter-attribute-case-sensitive',
  area: 'filter',
  title: 'Attribute names in a filter are only understood as the schema spells them.',
  failure: 'F48',
  check: 'SC1313',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    select: (next, entries, filter, types) => {
      if (/^(username|displayname|externalid)\b/i.test(filter) && !/^(userName|displayName|externalId)\b/.test(filter)) {
        throw badRequest('invalidFilter', 'The filter names an unknown attribute.');
      }
      return next(entries, filter, types);
    },
  }),
};

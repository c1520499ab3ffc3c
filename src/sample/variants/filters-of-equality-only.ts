import { type Filter, parseFilter } from '../../scim/filter.js';
import type { Variant } from '../defect.js';
import { badRequest } from '../refusal.js';

export const filtersOfEqualityOnly: Variant = {
  name: 'filters-of-equality-only',
  title: 'Filters know "eq" and "and"; anything else is declined with invalidFilter.',
  allowedBy: 'RFC 7644 §3.4.2.2',
  hooks: ({ catalogue }) => ({
    select: (next, entries, filter, types) => {
      const parsed = parseFilter(filter, catalogue.urns);
      if (parsed.ok && !isPlain(parsed.value)) throw badRequest('invalidFilter', 'Only "eq" and "and" are supported.');
      return next(entries, filter, types);
    },
  }),
};

function isPlain(filter: Filter): boolean {
  switch (filter.kind) {
    case 'compare':
      return filter.op === 'eq';
    case 'and':
      return isPlain(filter.left) && isPlain(filter.right);
    case 'valuePath':
      return isPlain(filter.filter);
    default:
      return false;
  }
}

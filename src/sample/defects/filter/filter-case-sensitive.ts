import type { Defect } from '../../defect.js';
import { isExact } from '../common.js';

export const filterCaseSensitive: Defect = {
  name: 'filter-case-sensitive',
  area: 'filter',
  title: 'A filter compares userName and displayName with regard to case.',
  failure: 'F15',
  check: 'SC1304',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    matches: (next, filter, resource, type) =>
      next(filter, resource, type) &&
      (filter.kind !== 'compare' || filter.op !== 'eq' || isExact(filter.path.attribute, filter.value, resource)),
  }),
};

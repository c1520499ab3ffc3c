import type { Defect } from '../../defect.js';

export const orFindsNothing: Defect = {
  name: 'or-finds-nothing',
  area: 'filter',
  title: 'A filter with "or" finds nothing.',
  check: 'SC1311',
  clients: ['rfc'],
  hooks: () => ({ matches: (next, filter, resource, type) => filter.kind !== 'or' && next(filter, resource, type) }),
};

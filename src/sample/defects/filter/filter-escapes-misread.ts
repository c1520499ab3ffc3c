import type { Defect } from '../../defect.js';

export const filterEscapesMisread: Defect = {
  name: 'filter-escapes-misread',
  area: 'filter',
  title: 'A filter value with an escaped quotation mark in it finds nothing.',
  check: 'SC1315',
  clients: ['okta', 'rfc'],
  hooks: () => ({
    select: (next, entries, filter, types) => (filter.includes('\\"') ? [] : next(entries, filter, types)),
  }),
};

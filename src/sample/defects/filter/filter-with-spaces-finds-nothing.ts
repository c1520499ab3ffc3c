import type { Defect } from '../../defect.js';

export const filterWithSpacesFindsNothing: Defect = {
  name: 'filter-with-spaces-finds-nothing',
  area: 'filter',
  title: 'A filter value with a space in it finds nothing.',
  failure: 'F25',
  check: 'SC1308',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    select: (next, entries, filter, types) => (/ eq "[^"]* [^"]*"/i.test(filter) ? [] : next(entries, filter, types)),
  }),
};

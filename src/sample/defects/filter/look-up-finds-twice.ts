import type { Defect } from '../../defect.js';

export const lookUpFindsTwice: Defect = {
  name: 'look-up-finds-twice',
  area: 'filter',
  title: 'A look-up lists what it finds twice.',
  check: 'SC1309',
  also: { SC1311: 'Filters with or count twice as well.' },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    select: (next, entries, filter, types) => {
      const found = next(entries, filter, types);
      return [...found, ...found];
    },
  }),
};

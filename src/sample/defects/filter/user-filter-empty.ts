import type { Defect } from '../../defect.js';

export const userFilterEmpty: Defect = {
  name: 'user-filter-empty',
  area: 'filter',
  title: 'Looking a user up by userName always finds nothing.',
  check: 'SC1303',
  also: {
    SC1307: 'A deactivated user is not found either, and under the flag nobody else is looked for.',
    SC1313: 'Other spellings of the same filter find nothing either.',
  },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    select: (next, entries, filter, types) => (types.includes('User') && /^userName eq/i.test(filter) ? [] : next(entries, filter, types)),
  }),
};

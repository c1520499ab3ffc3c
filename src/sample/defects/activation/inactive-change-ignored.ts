import type { Defect } from '../../defect.js';

export const inactiveChangeIgnored: Defect = {
  name: 'inactive-change-ignored',
  area: 'activation',
  title: 'A PATCH of a user who is not active is answered well and changes nothing but active.',
  check: 'SC2453',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const after = next(entry, operations);
      return entry.attributes['active'] === false && after['active'] === false ? entry.attributes : after;
    },
  }),
};

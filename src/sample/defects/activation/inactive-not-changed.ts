import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const inactiveNotChanged: Defect = {
  name: 'inactive-not-changed',
  area: 'activation',
  title: 'A user who is not active cannot be changed, only made active: 403.',
  check: 'SC2453',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const after = next(entry, operations);
      if (entry.attributes['active'] === false && after['active'] === false) throw new Refusal(403, 'The user is not active.');
      return after;
    },
  }),
};

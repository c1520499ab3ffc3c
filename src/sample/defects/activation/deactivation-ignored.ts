import type { Defect } from '../../defect.js';

export const deactivationIgnored: Defect = {
  name: 'deactivation-ignored',
  area: 'activation',
  title: 'A PATCH that deactivates answers 200 and the user stays active.',
  check: 'SC2116',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const after = next(entry, operations);
      return entry.type === 'User' && after['active'] === false ? { ...after, active: true } : after;
    },
  }),
};

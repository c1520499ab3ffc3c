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
      const isDeactivated = entry.attributes['active'] !== false && after['active'] === false;
      return entry.type === 'User' && isDeactivated ? { ...after, active: true } : after;
    },
  }),
};

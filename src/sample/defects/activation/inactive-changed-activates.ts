import type { Defect } from '../../defect.js';
import { assignments } from '../../operation.js';
import { isActive } from '../common.js';

export const inactiveChangedActivates: Defect = {
  name: 'inactive-changed-activates',
  area: 'activation',
  title: 'A change of a user who is not active makes the user active.',
  check: 'SC2115',
  clients: ['entra', 'rfc'],
  hooks: () => ({
    patch: (next, entry, operations) => {
      const after = next(entry, operations);
      const isMeant = assignments(operations).some(({ path }) => isActive(path));
      return entry.type === 'User' && !isMeant ? { ...after, active: true } : after;
    },
  }),
};

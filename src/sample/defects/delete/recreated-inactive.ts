import type { Defect } from '../../defect.js';
import { nameOf } from '../looks.js';

export const recreatedInactive: Defect = {
  name: 'recreated-inactive',
  area: 'delete',
  kind: 'after-deletion',
  title: 'Who gets the name of somebody deleted is not active.',
  check: 'SC1241',
  clients: ['entra', 'rfc'],
  hooks: () => {
    const deleted = new Set<string>();
    return {
      erase: (next, entry) => {
        deleted.add(nameOf(entry).toLowerCase());
        next(entry);
      },
      create: (next, type, accepted) => {
        const created = next(type, accepted);
        const isBack = type === 'User' && deleted.has(nameOf({ type, attributes: created }).toLowerCase());
        return isBack ? { ...created, active: false } : created;
      },
    };
  },
};

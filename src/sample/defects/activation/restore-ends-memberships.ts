import type { Defect } from '../../defect.js';
import { membersOf } from '../common.js';

export const restoreEndsMemberships: Defect = {
  name: 'restore-ends-memberships',
  area: 'activation',
  title: 'Whoever is made active again is in no group any more.',
  check: 'SC2404',
  clients: ['entra', 'rfc'],
  hooks: ({ store, stages }) => ({
    save: (next, type, attributes, entry) => {
      const saved = next(type, attributes, entry);
      if (type !== 'User' || entry?.attributes['active'] !== false || attributes['active'] !== true) return saved;
      for (const group of store.groupsWith(entry.id))
        stages.save('Group', { ...group.attributes, members: membersOf(group).filter((member) => member.value !== entry.id) }, group);
      return saved;
    },
  }),
};

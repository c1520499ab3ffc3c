import type { Defect } from '../../defect.js';
import { withoutMember } from '../common.js';

export const inactiveLosesGroups: Defect = {
  name: 'inactive-loses-groups',
  area: 'activation',
  title: 'Making a user inactive takes the user out of all groups.',
  check: 'SC2404',
  clients: ['entra'],
  hooks: ({ store, stages }) => ({
    save: (next, type, attributes, entry) => {
      const saved = next(type, attributes, entry);
      if (type !== 'User' || saved.attributes['active'] !== false) return saved;
      for (const group of store.groupsWith(saved.id)) stages.save('Group', withoutMember(group, saved.id), group);
      return saved;
    },
  }),
};

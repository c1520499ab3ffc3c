import type { Defect } from '../../defect.js';
import { withoutMember } from '../common.js';

export const renamedLeavesGroups: Defect = {
  name: 'renamed-leaves-groups',
  area: 'groups',
  title: 'Memberships are kept by userName: whoever is renamed is in no group any more.',
  check: 'SC2454',
  clients: ['entra', 'okta', 'rfc'],
  hooks: ({ store, stages }) => ({
    save: (next, type, attributes, entry) => {
      const saved = next(type, attributes, entry);
      if (type !== 'User' || entry === undefined || entry.attributes['userName'] === attributes['userName']) return saved;
      for (const group of store.groupsWith(saved.id)) stages.save('Group', withoutMember(group, saved.id), group);
      return saved;
    },
  }),
};

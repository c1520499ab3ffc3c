import { isDeepStrictEqual } from 'node:util';
import type { Defect } from '../../defect.js';
import { withoutMember } from '../common.js';

export const newAddressLeavesGroups: Defect = {
  name: 'new-address-leaves-groups',
  area: 'groups',
  title: 'Memberships are kept by e-mail address: whoever gets another one is in no group any more.',
  check: 'SC2454',
  clients: ['entra', 'okta', 'rfc'],
  hooks: ({ store, stages }) => ({
    save: (next, type, attributes, entry) => {
      const saved = next(type, attributes, entry);
      if (type !== 'User' || entry === undefined || isDeepStrictEqual(entry.attributes['emails'], attributes['emails'])) return saved;
      for (const group of store.groupsWith(saved.id)) stages.save('Group', withoutMember(group, saved.id), group);
      return saved;
    },
  }),
};

import type { Defect } from '../../defect.js';
import { membersOf } from '../common.js';

export const secondGroupEndsFirst: Defect = {
  name: 'second-group-ends-first',
  area: 'integrity',
  title: 'Who joins a group leaves all others.',
  check: 'SC2701',
  clients: ['entra', 'okta', 'rfc'],
  hooks: ({ store, stages }) => ({
    patch: (next, entry, operations) => {
      const after = next(entry, operations);
      if (entry.type !== 'Group') return after;
      const before = new Set(membersOf(entry).map(({ value }) => value));
      for (const { value } of membersOf({ ...entry, attributes: after })) {
        if (before.has(value)) continue;
        for (const group of store.groupsWith(String(value)).filter(({ id }) => id !== entry.id))
          stages.save('Group', { ...group.attributes, members: membersOf(group).filter((member) => member.value !== value) }, group);
      }
      return after;
    },
  }),
};

import type { Defect } from '../../defect.js';
import { membersOf } from '../common.js';
import { nameOf } from '../looks.js';

export const recreatedInOldGroups: Defect = {
  name: 'recreated-in-old-groups',
  area: 'delete',
  kind: 'after-deletion',
  title: 'Who gets the name of somebody deleted is in that person’s groups.',
  check: 'SC1241',
  clients: ['entra', 'rfc'],
  hooks: ({ store, stages }) => {
    const groupsOf = new Map<string, readonly string[]>();
    return {
      erase: (next, entry) => {
        groupsOf.set(
          nameOf(entry).toLowerCase(),
          store.groupsWith(entry.id).map(({ id }) => id),
        );
        next(entry);
      },
      save: (next, type, attributes, entry) => {
        const saved = next(type, attributes, entry);
        if (entry !== undefined || type !== 'User') return saved;
        for (const id of groupsOf.get(nameOf(saved).toLowerCase()) ?? []) {
          const group = store.get('Group', id);
          if (group !== undefined)
            stages.save('Group', { ...group.attributes, members: [...membersOf(group), { value: saved.id }] }, group);
        }
        return saved;
      },
    };
  },
};

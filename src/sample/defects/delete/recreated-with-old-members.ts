import type { Json } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import { nameOf } from '../looks.js';

export const recreatedWithOldMembers: Defect = {
  name: 'recreated-with-old-members',
  area: 'delete',
  kind: 'after-deletion',
  title: 'A group with the name of a deleted one has its members.',
  check: 'SC1241',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => {
    const deleted = new Map<string, Json>();
    return {
      erase: (next, entry) => {
        if (entry.type === 'Group') deleted.set(nameOf(entry).toLowerCase(), entry.attributes['members'] ?? []);
        next(entry);
      },
      create: (next, type, accepted) => {
        const created = next(type, accepted);
        const members = type === 'Group' ? deleted.get(nameOf({ type, attributes: created }).toLowerCase()) : undefined;
        return Array.isArray(members) && members.length > 0 && created['members'] === undefined ? { ...created, members } : created;
      },
    };
  },
};

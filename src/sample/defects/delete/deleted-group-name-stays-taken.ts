import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const deletedGroupNameStaysTaken: Defect = {
  name: 'deleted-group-name-stays-taken',
  area: 'delete',
  kind: 'after-deletion',
  title: 'The displayName of a deleted group can never be used again: 409, and the filter finds nobody.',
  failure: 'F124',
  check: 'SC1212',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => {
    const taken = new Set<string>();
    return {
      erase: (next, entry) => {
        if (entry.type === 'Group') taken.add(String(entry.attributes['displayName']).toLowerCase());
        next(entry);
      },
      unique: (next, type, attributes, entry) => {
        if (type === 'Group' && entry === undefined && taken.has(String(attributes['displayName']).toLowerCase()))
          throw new Refusal(409, 'A group of this name exists.', 'uniqueness');
        next(type, attributes, entry);
      },
    };
  },
};

import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const deletedNameBreaksCreates: Defect = {
  name: 'deleted-name-breaks-creates',
  area: 'delete',
  kind: 'after-deletion',
  title: 'Deleted users are marked and kept, and so is the unique index on userName: who takes a name of theirs is answered 500.',
  check: 'SC1212',
  clients: ['entra', 'rfc'],
  hooks: () => {
    const kept = new Set<string>();
    return {
      erase: (next, entry) => {
        if (entry.type === 'User') kept.add(String(entry.attributes['userName']).toLowerCase());
        next(entry);
      },
      unique: (next, type, attributes, entry) => {
        next(type, attributes, entry);
        if (type === 'User' && kept.has(String(attributes['userName']).toLowerCase()))
          throw new Refusal(500, 'Duplicate entry for key users.user_name.');
      },
    };
  },
};

import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';
import { nameOf } from '../looks.js';

export const deletedNameNotForOthers: Defect = {
  name: 'deleted-name-not-for-others',
  area: 'delete',
  kind: 'after-deletion',
  title: 'The name of a deleted user may be created again, and nobody who is there may take it: 409.',
  check: 'SC1244',
  clients: ['entra', 'rfc'],
  hooks: () => {
    const deleted = new Set<string>();
    return {
      erase: (next, entry) => {
        if (entry.type === 'User') deleted.add(nameOf(entry).toLowerCase());
        next(entry);
      },
      unique: (next, type, attributes, entry) => {
        const name = String(attributes['userName']).toLowerCase();
        if (type === 'User' && entry !== undefined && deleted.has(name) && nameOf(entry).toLowerCase() !== name)
          throw new Refusal(409, 'The name is taken.', 'uniqueness');
        next(type, attributes, entry);
      },
    };
  },
};

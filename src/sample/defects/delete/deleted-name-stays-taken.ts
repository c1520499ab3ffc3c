import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

export const deletedNameStaysTaken: Defect = {
  name: 'deleted-name-stays-taken',
  area: 'delete',
  kind: 'after-deletion',
  title: 'The userName of a deleted user can never be used again: 409.',
  failure: 'F18',
  check: 'SC1212',
  clients: ['entra', 'rfc'],
  hooks: () => {
    const taken = new Set<string>();
    return {
      erase: (next, entry) => {
        taken.add(String(entry.attributes['userName']).toLowerCase());
        next(entry);
      },
      unique: (next, type, attributes, entry) => {
        if (type === 'User' && entry === undefined && taken.has(String(attributes['userName']).toLowerCase())) {
          throw new Refusal(409, 'The userName is taken.', 'uniqueness');
        }
        next(type, attributes, entry);
      },
    };
  },
};

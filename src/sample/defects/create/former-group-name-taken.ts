import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';
import { nameOf } from '../looks.js';

export const formerGroupNameTaken: Defect = {
  name: 'former-group-name-taken',
  area: 'create',
  kind: 'symmetry',
  failure: 'F130',
  title: 'The names of groups are kept in an index that no rename reaches: the old one stays taken.',
  check: 'SC1244',
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => {
    const index = new Map<string, string>();
    return {
      save: (next, type, attributes, entry) => {
        const saved = next(type, attributes, entry);
        if (type === 'Group' && entry === undefined) index.set(nameOf(saved).toLowerCase(), saved.id);
        return saved;
      },
      erase: (next, entry) => {
        for (const [name, id] of index) if (id === entry.id) index.delete(name);
        next(entry);
      },
      unique: (next, type, attributes, entry) => {
        if (type === 'Group' && entry === undefined && index.has(String(attributes['displayName']).toLowerCase()))
          throw new Refusal(409, 'There is a group of this name.', 'uniqueness');
        next(type, attributes, entry);
      },
    };
  },
};

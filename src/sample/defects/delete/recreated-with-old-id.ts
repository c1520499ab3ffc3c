import type { Defect } from '../../defect.js';
import { nameOf } from '../looks.js';

export const recreatedWithOldId: Defect = {
  name: 'recreated-with-old-id',
  area: 'delete',
  kind: 'after-deletion',
  title: 'Who gets the name of somebody deleted has that person’s id.',
  check: 'SC1243',
  clients: ['entra', 'rfc'],
  hooks: () => {
    const ids = new Map<string, string>();
    let given: string | undefined;
    return {
      erase: (next, entry) => {
        ids.set(nameOf(entry).toLowerCase(), entry.id);
        next(entry);
      },
      create: (next, type, accepted) => {
        const created = next(type, accepted);
        given = type === 'User' ? ids.get(nameOf({ type, attributes: created }).toLowerCase()) : undefined;
        return created;
      },
      newId: (next, type, attributes) => {
        const id = given ?? next(type, attributes);
        given = undefined;
        return id;
      },
    };
  },
};

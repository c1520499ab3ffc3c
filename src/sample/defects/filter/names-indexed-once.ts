import type { Defect } from '../../defect.js';
import { lookedUp, nameOf } from '../looks.js';

export const namesIndexedOnce: Defect = {
  name: 'names-indexed-once',
  area: 'filter',
  kind: 'picture',
  title: 'A look-up knows users and groups by the names that they were created with.',
  check: 'SC1342',
  also: {
    SC1302: 'The old name still finds the user.',
    SC1308: 'The new name of one of them has a plus in it.',
  },
  clients: ['entra', 'okta', 'rfc'],
  hooks: () => {
    const first = new Map<string, string>();
    return {
      save: (next, type, attributes, entry) => {
        const saved = next(type, attributes, entry);
        if (entry === undefined) first.set(saved.id, nameOf(saved).toLowerCase());
        return saved;
      },
      select: (next, entries, filter, types) => {
        const wanted = lookedUp(filter)?.toLowerCase();
        return wanted === undefined ? next(entries, filter, types) : entries.filter((entry) => first.get(entry.id) === wanted);
      },
    };
  },
};

import type { Defect } from '../../defect.js';
import { lookedUp, nameOf } from '../looks.js';

export const putNamesNotIndexed: Defect = {
  name: 'put-names-not-indexed',
  area: 'filter',
  title: 'A userName that a PUT has changed is not found: the index of names follows POST and PATCH alone.',
  check: 'SC1342',
  also: { SC1302: 'The old name still finds the user.' },
  clients: ['okta'],
  hooks: () => {
    const index = new Map<string, string>();
    const noted = (id: string, userName: unknown): void => void index.set(id, String(userName).toLowerCase());
    return {
      save: (next, type, attributes, entry) => {
        const saved = next(type, attributes, entry);
        if (type === 'User' && !index.has(saved.id)) noted(saved.id, attributes['userName']);
        return saved;
      },
      patch: (next, entry, operations) => {
        const after = next(entry, operations);
        if (entry.type === 'User') noted(entry.id, after['userName']);
        return after;
      },
      select: (next, entries, filter, types) => {
        const wanted = lookedUp(filter)?.toLowerCase();
        if (wanted === undefined || types.includes('Group')) return next(entries, filter, types);
        return entries.filter((entry) => (index.get(entry.id) ?? nameOf(entry).toLowerCase()) === wanted);
      },
    };
  },
};

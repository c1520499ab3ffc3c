import type { Defect } from '../../defect.js';

const LOOK_UP = /^\s*externalId\s+eq\s+("(?:[^"\\]|\\.)*")\s*$/i;

export const externalIdsIndexedOnce: Defect = {
  name: 'external-ids-indexed-once',
  area: 'filter',
  kind: 'picture',
  title: 'A look-up by externalId knows users by the one that they were created with.',
  check: 'SC1306',
  clients: ['entra'],
  hooks: () => {
    const first = new Map<string, string>();
    return {
      save: (next, type, attributes, entry) => {
        const saved = next(type, attributes, entry);
        if (type === 'User' && entry === undefined) first.set(saved.id, String(attributes['externalId'] ?? ''));
        return saved;
      },
      select: (next, entries, filter, types) => {
        const text = LOOK_UP.exec(filter)?.[1];
        return text === undefined || !types.includes('User')
          ? next(entries, filter, types)
          : entries.filter((entry) => first.get(entry.id) === JSON.parse(text));
      },
    };
  },
};

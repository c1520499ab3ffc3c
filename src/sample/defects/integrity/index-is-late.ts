import type { Defect } from '../../defect.js';

const BEHIND_MS = 2500;

export const indexIsLate: Defect = {
  name: 'index-is-late',
  area: 'integrity',
  title: 'Lists and filters show what was written only two and a half seconds later; a read by id shows it at once.',
  check: 'SC2702',
  clients: ['entra', 'okta'],
  hooks: ({ clock }) => {
    const indexed = new Map<string, number>();
    return {
      save: (next, type, attributes, entry) => {
        const saved = next(type, attributes, entry);
        indexed.set(saved.id, clock.now() + BEHIND_MS);
        return saved;
      },
      entries: (next, type) => next(type).filter(({ id }) => clock.now() >= (indexed.get(id) ?? 0)),
    };
  },
};

import type { Defect } from '../../defect.js';
import type { Entry } from '../../store.js';

const KEPT_MS = 2000;

export const listsAreCached: Defect = {
  name: 'lists-are-cached',
  area: 'integrity',
  title: 'Lists and filters are answered from a copy that is made anew every two seconds; a read by id shows each write at once.',
  check: 'SC2702',
  clients: ['entra', 'okta'],
  hooks: ({ clock }) => {
    const copies = new Map<string, { readonly entries: readonly Entry[]; readonly until: number }>();
    return {
      entries: (next, type) => {
        const kept = copies.get(type);
        if (kept !== undefined && clock.now() < kept.until) return kept.entries;
        const entries = next(type);
        copies.set(type, { entries, until: clock.now() + KEPT_MS });
        return entries;
      },
    };
  },
};

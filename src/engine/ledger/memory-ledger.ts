import type { Ledger } from './ledger.js';
import type { LedgerEntry } from './ledger-entry.js';

/** A ledger for runs that leave nothing behind by nature: those that only pretend to send. */
export function memoryLedger(): Ledger {
  const entries = new Map<number, LedgerEntry>();
  let count = 0;
  return {
    file: '',
    failure: () => undefined,
    async plan(entry) {
      count += 1;
      entries.set(count, { n: count, ...entry });
      return count;
    },
    async named(n, name) {
      const entry = entries.get(n);
      if (entry !== undefined) entries.set(n, { ...entry, names: [...(entry.names ?? []), name] });
    },
    async created(n, id) {
      const entry = entries.get(n);
      if (entry !== undefined) entries.set(n, { ...entry, id });
    },
    async answered(n) {
      const entry = entries.get(n);
      if (entry !== undefined) entries.set(n, { ...entry, answered: true });
    },
    async refused(n, status) {
      const entry = entries.get(n);
      if (entry !== undefined) entries.set(n, { ...entry, refused: status });
    },
    async deleted(n) {
      entries.delete(n);
    },
    open: () => [...entries.values()].reverse(),
    close: async () => undefined,
  };
}

import type { Ledger } from './ledger.js';
import type { LedgerEntry } from './ledger-entry.js';
import { isMade } from './ledger-record.js';

/** A ledger for runs that leave nothing behind by nature: those that only pretend to send. */
export function memoryLedger(): Ledger {
  const entries = new Map<number, LedgerEntry>();
  const made = new Map<number, LedgerEntry>();
  let count = 0;
  const change = (n: number, more: Partial<LedgerEntry>): void => {
    const entry = entries.get(n);
    if (entry === undefined) return;
    const changed = { ...entry, ...more };
    entries.set(n, changed);
    if (isMade(changed)) made.set(n, changed);
  };
  return {
    file: '',
    failure: () => undefined,
    async plan(entry) {
      count += 1;
      entries.set(count, { n: count, ...entry });
      return count;
    },
    async named(n, name) {
      change(n, { names: [...(entries.get(n)?.names ?? []), name] });
    },
    async created(n, id) {
      change(n, { id });
    },
    async answered(n) {
      change(n, { answered: true });
    },
    async refused(n, status) {
      change(n, { refused: status });
    },
    async deleted(n) {
      entries.delete(n);
    },
    open: () => [...entries.values()].reverse(),
    made: () => [...made.values()],
    close: async () => undefined,
  };
}

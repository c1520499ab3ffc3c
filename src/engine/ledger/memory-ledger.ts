import type { Ledger } from './ledger.js';
import { addTrace, changeEntry, type LedgerEntries } from './ledger-record.js';

/** A ledger for runs that leave nothing behind by nature: those that only pretend to send. */
export function memoryLedger(): Ledger {
  const all: LedgerEntries = { open: new Map(), made: new Map() };
  const { open: entries, made } = all;
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
      changeEntry(all, n, { names: [...(entries.get(n)?.names ?? []), name] });
    },
    async traced(n, trace) {
      addTrace(all, n, trace);
    },
    async created(n, id) {
      changeEntry(all, n, { id });
    },
    async answered(n) {
      changeEntry(all, n, { answered: true });
    },
    async refused(n, status) {
      changeEntry(all, n, { refused: status });
    },
    async removed(n) {
      changeEntry(all, n, { removed: true });
    },
    async deleted(n) {
      entries.delete(n);
    },
    open: () => [...entries.values()].reverse(),
    made: () => [...made.values()],
    close: async () => undefined,
  };
}

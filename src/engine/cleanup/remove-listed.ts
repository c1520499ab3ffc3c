import type { Clock } from '../../base/clock.js';
import { inParallel } from '../../base/in-parallel.js';
import type { LeftOver } from '../../event/event.js';
import type { Wire } from '../exchange/wire.js';
import type { LedgerEntry, PlannedEntry } from '../ledger/ledger-entry.js';
import { goneLater, WAITS } from './gone-later.js';
import { removeEntry } from './removal.js';
import { type Listed, stillListed } from './still-listed.js';

/** What is needed of a ledger. */
export interface Made {
  /** All that the target has created as it said, whatever became of it since. */
  made(): readonly LedgerEntry[];
  /** @throws Error when it cannot be written down */
  plan(entry: PlannedEntry): Promise<number>;
  created(n: number, id: string): Promise<void>;
  deleted(n: number): Promise<void>;
}

/** How it is done. */
export interface RemoveListedOptions {
  readonly clock: Clock;
  /** Ends what is done with one resource. */
  readonly limit: () => AbortSignal;
  /** Ends the waits. */
  readonly signal: AbortSignal | undefined;
  /** How many are removed at the same time. */
  readonly jobs: number;
  /** Whether a list is waited for. */
  readonly patient: boolean;
  /** Whether the target answers as SCIM at all. */
  readonly isScim: () => Promise<boolean>;
  /** Whether a resource has been told as left behind already. */
  readonly isTold: (listed: Listed) => boolean;
}

/**
 * A last look at the lists of the target: what they still show of the run, although all that it created is done with, is removed as
 * well, or told.
 *
 * @param wire sends the requests
 * @param ledger has what the run created
 * @param options how it is done
 * @returns how many were found that nobody knew to be created, and which of those found could not be removed
 */
export async function removeListed(
  wire: Wire,
  ledger: Made,
  { clock, limit, signal, jobs, patient, isScim, isTold }: RemoveListedOptions,
): Promise<{ readonly unknown: number; readonly left: readonly LeftOver[] }> {
  const look = async (): Promise<readonly Listed[]> => (await stillListed(wire, ledger.made(), limit())).filter((each) => !isTold(each));
  let listed = await look();
  for (const wait of patient ? WAITS : []) {
    if (listed.length === 0 || !(await clock.sleep(wait, signal))) break;
    listed = await look();
  }
  if (listed.length === 0) return { unknown: 0, left: [] };
  const write = async ({ entry, id }: Listed): Promise<LedgerEntry & { readonly id: string }> => {
    const { resourceType, name, traces, dialect } = entry;
    if (entry.id === undefined ? entry.answered !== true : entry.id !== id) unknown.add(`${resourceType} ${id}`);
    const planned: PlannedEntry = { resourceType, name, dialect, ...(traces === undefined ? {} : { traces }) };
    // A full disk keeps nobody from removing it.
    const n = await ledger.plan(planned).catch(() => 0);
    await ledger.created(n, id);
    return { n, ...planned, id };
  };
  const unknown = new Set<string>();
  const gone = new Map<string, LedgerEntry>();
  const left = new Map<string, LeftOver>();
  const leave = ({ entry: { resourceType, name }, id }: Listed, reason: string): void =>
    void left.set(`${resourceType} ${id}`, { resourceType, id, name, reason });
  const lingering = new Map<LedgerEntry, string>();
  const remove = async (each: Listed): Promise<void> => {
    const entry = await write(each);
    const result = await removeEntry(wire, entry, isScim, limit());
    if (typeof result === 'object') leave(each, result.reason);
    else gone.set(`${entry.resourceType} ${entry.id}`, entry);
    if (typeof result === 'object' && result.lingers !== undefined && patient) lingering.set(entry, result.lingers);
  };
  await inParallel(listed, jobs, remove, () => false);
  for (const entry of await goneLater(wire, lingering, clock, { limit, signal })) {
    const key = `${entry.resourceType} ${entry.id}`;
    left.delete(key);
    gone.set(key, entry);
  }
  for (const each of await look()) {
    const key = `${each.entry.resourceType} ${each.id}`;
    if (gone.delete(key)) leave(each, 'a list still shows it, although its id is answered as gone');
    else if (!left.has(key)) {
      await write(each);
      leave(each, 'it is there again under another id after it was deleted');
    }
  }
  for (const { n } of gone.values()) await ledger.deleted(n);
  return { unknown: unknown.size, left: [...left.values()] };
}

import { type Clock, timeLimit } from '../../base/clock.js';
import { inParallel } from '../../base/in-parallel.js';
import type { CleanupFinished, LeftOver, Sink } from '../../event/event.js';
import type { ResourceType } from '../../scim/message.js';
import type { Wire } from '../exchange/wire.js';
import type { LedgerEntry } from '../ledger/ledger-entry.js';
import { isMadeUp } from '../ledger/trust.js';
import { goneLater } from './gone-later.js';
import { answersAsScim } from './locate.js';
import { NO_TIME, NOT_OURS, NOT_TRIED, type Removal, removeEntry } from './removal.js';
import { type Made, type RemoveListedOptions, removeListed } from './remove-listed.js';

/** What the clean-up needs of a ledger; a run without one keeps its entries in memory. */
interface Open extends Made {
  readonly file?: string;
  open(): readonly LedgerEntry[];
}

/**
 * The clean-up has a time of its own for each resource: it goes on after the run was interrupted or ran out of time, for as long
 * as it gets on.
 */
const ENTRY_MS = 60_000;

/** So many resources in a row that nobody answers for end it. */
const MOST_SILENT = 3;

/** So many further attempts in a row that fail like the first ones end them. */
const MOST_IN_VAIN = 3;

/** How long the clean-up may take for each resource once the target has failed to answer, in milliseconds. */
export const DOUBTFUL_ENTRY_MS = 10_000;

const NOTHING_LISTED: Awaited<ReturnType<typeof removeListed>> = { unknown: 0, left: [] };

/** Resources that are removed at the same time where nobody says how many. */
const DEFAULT_JOBS = 4;

export interface CleanupOptions {
  /** How many resources are removed at the same time. */
  readonly jobs?: number;
  /** The ledger was read from the disk: only names that scim-check makes up are believed. */
  readonly fromDisk?: boolean;
  /** How long each resource may take, in milliseconds. */
  readonly entryMs?: number;
  /** Whether what can still be read after its deletion is waited for; default: it is. */
  readonly patient?: boolean;
  /** Ends it: what was not removed by then is told as left behind. */
  readonly signal?: AbortSignal;
  /** Is told how far it has come. */
  readonly sink?: Sink;
}

/**
 * Removes what the run created and makes sure that it is gone: groups before the people in them, and in each of these waves
 * the last that came first, several at a time. Each is looked at before it is deleted: an id may belong to somebody else by now,
 * and only what shows a name or another value that the run sent is removed. At the end the lists are looked at: what they still
 * show of the run is removed as well, or told.
 *
 * @param wire sends the requests
 * @param ledger what may still be there
 * @param created how many resources the target said to have created
 * @param clock limits the time that it may take
 * @param options how it is done
 */
export async function cleanUp(
  wire: Wire,
  ledger: Open,
  created: number,
  clock: Clock,
  { jobs = DEFAULT_JOBS, fromDisk = false, entryMs = ENTRY_MS, patient = true, signal, sink = () => undefined }: CleanupOptions = {},
): Promise<CleanupFinished> {
  const open = fromDisk ? ledger.open().map(withBelievedNames) : ledger.open();
  const results = new Map<LedgerEntry, Removal>();
  let silent = 0;
  const limit = (): AbortSignal => {
    const one = timeLimit(clock, entryMs);
    return signal === undefined ? one : AbortSignal.any([one, signal]);
  };
  const isOver = (): boolean => signal?.aborted === true;
  // Asked anew each time: a gateway may have taken the target's place since.
  const isScim = (): Promise<boolean> => answersAsScim(wire, limit());
  const emitProgress = (): void => {
    if (open.length > 0) sink({ type: 'cleanup-progress', done: results.size, of: open.length });
  };
  const remove = async (entry: LedgerEntry): Promise<void> => {
    const believed = !fromDisk || entry.name === '' || isMadeUp(entry.name);
    const result: Removal = !believed
      ? NOT_OURS
      : isOver()
        ? NO_TIME
        : silent < MOST_SILENT
          ? await removeEntry(wire, entry, isScim, limit())
          : NOT_TRIED;
    silent = typeof result === 'object' && result.silent === true ? silent + 1 : 0;
    results.set(entry, result);
    if (result === 'gone' || result === 'never') await ledger.deleted(entry.n);
    emitProgress();
  };
  /** What failed for a reason that may have passed is tried again, until that helps no longer. */
  const removeAgain = async (): Promise<void> => {
    let inVain = 0;
    const left = open.filter((each) => isPassing(results.get(each)));
    for (let entry = left.shift(); entry !== undefined && inVain < MOST_IN_VAIN; entry = left.shift()) {
      await remove(entry);
      const isInVain = isPassing(results.get(entry));
      inVain = isInVain ? inVain + 1 : 0;
      if (isInVain) left.push(entry);
    }
  };
  emitProgress();
  let isSlow = patient;
  for (const wave of wavesOf(open)) {
    await inParallel(wave, jobs, remove, () => false);
    const lingering = lingeringIn(results);
    // What is looked up by name must not meet whoever is gone by now. Waiting in vain once is enough.
    const gone: readonly LedgerEntry[] = isSlow && !isOver() ? await goneLater(wire, lingering, clock, { limit, signal }) : [];
    isSlow &&= gone.length === lingering.size;
    for (const entry of gone) {
      results.set(entry, 'gone');
      await ledger.deleted(entry.n);
    }
  }
  await removeAgain();
  const leftOf = (entry: LedgerEntry): LeftOver[] => {
    const result = results.get(entry);
    if (typeof result !== 'object') return [];
    const { silent: _silent, lingers: _lingers, passing: _passing, ...why } = result;
    return [{ resourceType: entry.resourceType, id: entry.id ?? '', name: entry.name, ...why }];
  };
  const leftOpen = open.flatMap(leftOf);
  const isTold: RemoveListedOptions['isTold'] = ({ entry, id }) =>
    leftOpen.some((each) => each.resourceType === entry.resourceType && (each.id === id || each.name === entry.name));
  const isThere = silent === 0 && !isOver();
  const listed = isThere
    ? await removeListed(wire, ledger, { clock, limit, signal, jobs, patient: isSlow, isScim, isTold })
    : NOTHING_LISTED;
  const left = [...leftOpen, ...listed.left];
  // A creation whose answer never came, as in a run that was stopped, was carried out where something was there to remove.
  const unanswered = fromDisk ? [] : open.filter((entry) => entry.id === undefined && entry.answered !== true);
  const made = created + listed.unknown + unanswered.filter((entry) => results.get(entry) === 'gone').length;
  return {
    type: 'cleanup',
    created: made,
    deleted: Math.max(0, made - left.length),
    left,
    // A ledger in memory has no file.
    ...(left.length > 0 && ledger.file !== '' ? { ledger: ledger.file } : {}),
  };
}

/**
 * What may be removed at the same time. A name may belong to several: once those whose ids are known are gone, the look-up by
 * name is clear.
 */
function wavesOf(open: readonly LedgerEntry[]): readonly (readonly LedgerEntry[])[] {
  const known = open.filter(({ id }) => id !== undefined);
  const unknown = open.filter(({ id }) => id === undefined);
  // A create that was refused may have been the second of its name: the first one goes before.
  const [refused, others] = [
    unknown.filter((entry) => entry.refused !== undefined),
    unknown.filter((entry) => entry.refused === undefined),
  ];
  const of = (entries: readonly LedgerEntry[], type: ResourceType): readonly LedgerEntry[] =>
    entries.filter((entry) => entry.resourceType === type);
  return [known, others, refused].flatMap((entries) => [of(entries, 'Group'), of(entries, 'User')]);
}

/** Anybody may have the names that a scenario of a user's own has given. */
function withBelievedNames(entry: LedgerEntry): LedgerEntry {
  return entry.names === undefined ? entry : { ...entry, names: entry.names.filter(isMadeUp) };
}

function isPassing(result: Removal | undefined): boolean {
  return typeof result === 'object' && result.passing === true;
}

function lingeringIn(results: ReadonlyMap<LedgerEntry, Removal>): ReadonlyMap<LedgerEntry, string> {
  return new Map(
    [...results].flatMap(([entry, result]): [LedgerEntry, string][] =>
      typeof result === 'object' && result.lingers !== undefined ? [[entry, result.lingers]] : [],
    ),
  );
}

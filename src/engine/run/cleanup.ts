import { type Clock, timeLimit } from '../../base/clock.js';
import { percentEncode } from '../../client/encode.js';
import { ownRequest } from '../../client/own.js';
import type { CleanupFinished, LeftOver, Sink } from '../../event/event.js';
import { ENDPOINTS, type ResourceType, type ScimRequest } from '../../scim/message.js';
import type { Wire } from '../exchange/wire.js';
import type { LedgerEntry } from '../ledger/ledger-entry.js';
import { isMadeUp } from '../ledger/trust.js';
import { goneLater } from './gone-later.js';
import { answersAsScim, locate, saysNothing } from './locate.js';
import { inParallel } from './pool.js';

/** What the clean-up needs of a ledger; a run without one keeps its entries in memory. */
interface Open {
  readonly file?: string;
  open(): readonly LedgerEntry[];
  /** Never rejects: a ledger that cannot be written keeps nobody from removing the rest. */
  deleted(n: number): Promise<void>;
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
  /** Is told how far it has come. */
  readonly sink?: Sink;
}

/**
 * Removes what the run created and makes sure that it is gone: groups before the people in them, and in each of these waves
 * the last that came first, several at a time. Each is looked at before it is deleted: an id may belong to somebody else by now,
 * and only what shows a name or another value that the run sent is removed.
 *
 * @param wire sends the requests
 * @param ledger what may still be there
 * @param created how many resources the run created
 * @param clock limits the time that it may take
 * @param options how it is done
 */
export async function cleanUp(
  wire: Wire,
  ledger: Open,
  created: number,
  clock: Clock,
  { jobs = DEFAULT_JOBS, fromDisk = false, entryMs = ENTRY_MS, patient = true, sink = () => undefined }: CleanupOptions = {},
): Promise<CleanupFinished> {
  const open = ledger.open();
  const results = new Map<LedgerEntry, Removal>();
  let silent = 0;
  let scim: Promise<boolean> | undefined;
  const isScim = (): Promise<boolean> => {
    scim ??= answersAsScim(wire, timeLimit(clock, entryMs));
    return scim;
  };
  const emitProgress = (): void => {
    if (open.length > 0) sink({ type: 'cleanup-progress', done: results.size, of: open.length });
  };
  const remove = async (entry: LedgerEntry): Promise<void> => {
    const believed = !fromDisk || isMadeUp(entry);
    const result: Removal = !believed
      ? NOT_OURS
      : silent < MOST_SILENT
        ? await removeEntry(wire, entry, isScim, timeLimit(clock, entryMs))
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
    const gone: readonly LedgerEntry[] = isSlow ? await goneLater(wire, lingering, clock, entryMs) : [];
    isSlow &&= gone.length === lingering.size;
    for (const entry of gone) {
      results.set(entry, 'gone');
      await ledger.deleted(entry.n);
    }
  }
  await removeAgain();
  const left = open.flatMap((entry): LeftOver[] => {
    const result = results.get(entry);
    if (typeof result !== 'object') return [];
    const { silent: _silent, lingers: _lingers, passing: _passing, ...why } = result;
    return [{ resourceType: entry.resourceType, id: entry.id ?? '', name: entry.name, ...why }];
  });
  return {
    type: 'cleanup',
    created,
    deleted: created - left.length,
    left,
    // A ledger in memory has no file.
    ...(left.length > 0 && ledger.file !== '' ? { ledger: ledger.file } : {}),
  };
}

/**
 * What became of an entry: it is gone, it never was there, or why it is still there; `silent`: no answer came; `passing`: the
 * answer says nothing of the resource, and another attempt may fare better; `lingers`: the path at which it can be read although
 * its deletion was answered as a success.
 */
type Removal =
  | 'gone'
  | 'never'
  | {
      readonly reason: string;
      readonly unsupported?: boolean;
      readonly silent?: boolean;
      readonly passing?: boolean;
      readonly lingers?: string;
    };

const NOT_OURS: Removal = { reason: 'its name is not one that scim-check makes up: look at it, and remove it by hand' };

const NOT_TRIED: Removal = { reason: 'not tried: the target has stopped answering', silent: true };

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

/** Looks at the resource, and removes it when it is the run's own. */
async function removeEntry(wire: Wire, entry: LedgerEntry, isScim: () => Promise<boolean>, signal: AbortSignal): Promise<Removal> {
  const at = { dialect: entry.dialect };
  const plain = (method: 'GET' | 'DELETE', target: string): ScimRequest =>
    ownRequest({ method, target, purpose: 'cleanup', resourceType: entry.resourceType });
  const place = await locate(wire, entry, isScim, signal);
  if (place === 'gone' || place === 'never' || 'reason' in place) return place;
  const path = `${ENDPOINTS[entry.resourceType]}/${percentEncode(place.id)}`;
  let removed = await wire.send(plain('DELETE', path), at, { signal });
  if (removed.ok && (removed.response.status === 428 || removed.response.status === 412)) {
    // The target wants to know which version is meant (RFC 6585 §3): the one that was looked at.
    const request = plain('DELETE', path);
    removed = await wire.send({ ...request, headers: [...request.headers, ['If-Match', place.version ?? '*']] }, at, { signal });
  }
  if (!removed.ok) return { reason: removed.failure.message, silent: true };
  if (removed.response.status === 404) return 'gone';
  const check = await wire.send(plain('GET', path), at, { signal });
  if (!check.ok) return { reason: check.failure.message, silent: true };
  if (check.response.status === 404 || check.response.status === 410) return 'gone';
  const seen =
    check.response.status === 200
      ? 'the resource can still be read (200)'
      : `whether it is gone is not known (GET: ${check.response.status})`;
  const reason = `DELETE was answered ${removed.response.status}, and ${seen}`;
  if (saysNothing(removed.response.status) || saysNothing(check.response.status)) return { reason, passing: true };
  if (removed.response.status < 300 && check.response.status === 200) return { reason, lingers: path };
  return removed.response.status === 405 || removed.response.status === 501 ? { reason, unsupported: true } : { reason };
}

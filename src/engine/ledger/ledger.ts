import { type FileHandle, lstat, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clock, timeOf } from '../../base/clock.js';
import { makeFolder } from '../../base/make-folder.js';
import type { LedgerEntry, LedgerRun, LedgerWriterMark, PlannedEntry } from './ledger-entry.js';
import { addTrace, changeEntry, entriesOf, type LedgerEntries, type LedgerRecord, parseLedger } from './ledger-record.js';
import { type LedgerWriter, ledgerHandle, ledgerWriter } from './ledger-writer.js';
import { thisProcess } from './live-process.js';

/**
 * The memory of a run that survives its end: what to take away from the target again. What happens to it in memory happens
 * whatever the disk does, so that a run whose disk is full still cleans up.
 */
export interface Ledger {
  readonly file: string;
  /** Why it can no longer be written, in one sentence: from then on nothing may be created. */
  failure(): string | undefined;
  /**
   * Writes down that a resource is about to be created. When it resolves, the line is on the disk: its name is enough to find
   * the resource, so all that is written later may be lost to a power cut.
   *
   * @returns the entry's number
   * @throws Error when it cannot be written down: then the request must not be sent
   */
  plan(entry: PlannedEntry): Promise<number>;
  /** The resource is about to be given another name. When it resolves, that has been written down. @throws Error as `plan` */
  named(n: number, name: string): Promise<void>;
  /** The resource is about to be given another value that tells it from all others, see `Traces`. @throws Error as `plan` */
  traced(n: number, trace: string): Promise<void>;
  created(n: number, id: string): Promise<void>;
  /** The creation was answered with success, and showed no id. */
  answered(n: number): Promise<void>;
  /** The creation was refused in a way that does not prove that nothing was stored. */
  refused(n: number, status: number): Promise<void>;
  /** Its deletion was answered with success, and whether it is gone has yet to be shown. */
  removed(n: number): Promise<void>;
  /** The resource is gone, or never came to be. */
  deleted(n: number): Promise<void>;
  /** Created or possibly created and not deleted; last in, first out. */
  open(): readonly LedgerEntry[];
  /** All that the target has created as it said, whatever became of it since. */
  made(): readonly LedgerEntry[];
  /** Removes the file when nothing is left. Never rejects, as all that follow a request. */
  close(): Promise<void>;
}

/** A ledger that cannot be begun. */
export class LedgerError extends Error {
  /** What to do, where it is not to name another folder. */
  readonly advice: string | undefined;

  constructor(message: string, advice?: string) {
    super(message);
    this.advice = advice;
  }
}

/** What the redactor leaves of an id that holds a secret; on reading it counts as no id. */
const UNKNOWN = '[redacted]';

/** Ledgers grow by a few hundred bytes per resource; more than this was not written here. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Starts a run's ledger: `ledger-<runId>.ndjson`, readable by its owner only, one JSON record per line, only ever
 * appended to.
 *
 * @param directory is made when it is missing
 * @param run what the first line says
 * @param redact takes secrets out of a text; what it changes is kept in memory only
 * @param clock times the signs of life
 * @throws LedgerError when the file cannot be written or exists already: then nothing must be created in the target
 */
export async function openLedger(directory: string, run: LedgerRun, redact: (text: string) => string, clock: Clock): Promise<Ledger> {
  const file = join(directory, `ledger-${run.runId.replace(/[^\w.-]/g, '_')}.ndjson`);
  let writer: LedgerWriter | undefined;
  try {
    makeFolder(directory, 0o700);
    // 'x': never follows a link or writes into a file that is there already.
    const handle = await open(file, 'wx', 0o600);
    writer = ledgerWriter(ledgerHandle(handle), redact, clock);
    await writer.secure({ type: 'run', ...run });
  } catch (error) {
    if (writer !== undefined) {
      // What is left of it would be told by every "clean".
      await writer.close().catch(() => undefined);
      await rm(file, { force: true });
    }
    throw new LedgerError(`The ledger ${file} cannot be written (${codeOf(error)}).`);
  }
  await syncDirectory(directory);
  return ledgerOn(file, writer, { open: new Map(), made: new Map() }, 0);
}

/**
 * Goes on with the ledger of a run that was killed, to finish its clean-up. A torn last line is cut off.
 *
 * @param file path of the ledger
 * @param redact takes secrets out of a text
 * @param clock times the signs of life
 * @returns the ledger, or one sentence that says why it cannot be read
 */
export async function resumeLedger(
  file: string,
  redact: (text: string) => string,
  clock: Clock,
): Promise<{ readonly ledger: Ledger; readonly run: LedgerRun } | { readonly error: string }> {
  try {
    const handle = await openFile(file, 'r+');
    try {
      const read = parseLedger(await readAll(handle));
      if ('error' in read) {
        await handle.close();
        return { error: `${file}: ${read.error}` };
      }
      await handle.truncate(read.bytes);
      const { open: entries, made } = entriesOf(read.records);
      const known = new Map([...entries].map(([n, entry]) => [n, withoutUnknownId(entry)]));
      const writer = ledgerWriter(ledgerHandle(handle), redact, clock, read.bytes);
      // Where the disk is full, the signs of life alone say so.
      await writer.append({ type: 'resumed', time: timeOf(clock), by: await thisProcess() }).catch(() => undefined);
      return { ledger: ledgerOn(file, writer, { open: known, made }, read.highest), run: read.run };
    } catch (error) {
      await handle.close();
      throw error;
    }
  } catch (error) {
    return { error: `The ledger ${file} cannot be opened (${codeOf(error)}).` };
  }
}

/** What a ledger says. */
export interface LedgerContent {
  readonly run: LedgerRun;
  /** What is open; last in, first out. */
  readonly entries: readonly LedgerEntry[];
  /** Whoever wrote it last has ended by itself. */
  readonly closed: boolean;
  /** Who wrote it last, and since when. */
  readonly writer: LedgerWriterMark;
}

/**
 * Reads a ledger. A torn last line, as a crash leaves it, is ignored: what it would have said had not happened yet, or
 * is covered by the planned entry before it.
 *
 * @param file path of the ledger
 * @returns what it says, or one sentence that says why it cannot be read
 */
export async function readLedger(file: string): Promise<LedgerContent | { readonly error: string }> {
  try {
    const handle = await openFile(file, 'r');
    try {
      const read = parseLedger(await readAll(handle));
      if ('error' in read) return { error: `${file}: ${read.error}` };
      const entries = [...entriesOf(read.records).open.values()].map(withoutUnknownId).reverse();
      return { run: read.run, entries, closed: read.records.at(-1)?.type === 'closed', writer: writerOf(read.run, read.records) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { error: `The ledger ${file} cannot be read (${codeOf(error)}).` };
  }
}

/**
 * The ledgers in a directory, by name.
 *
 * @param directory may be missing
 * @returns paths; empty when there are none
 */
export async function listLedgers(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch(() => []);
  return names
    .filter((name) => /^ledger-.+\.ndjson$/.test(name))
    .sort()
    .map((name) => join(directory, name));
}

function ledgerOn(file: string, writer: LedgerWriter, all: LedgerEntries, highest: number): Ledger {
  const { open: entries, made } = all;
  let count = highest;
  let failure: string | undefined;
  const written = async (writing: Promise<void>): Promise<void> => {
    await writing.catch((error: unknown) => {
      failure ??= `The ledger ${file} can no longer be written (${codeOf(error)}).`;
    });
  };
  /** What comes before a request: it is written down, or the request is not sent. */
  const before = async (writing: Promise<void>): Promise<void> => {
    await written(writing);
    if (failure !== undefined) throw new Error(failure);
  };
  return {
    file,
    failure: () => failure,
    async plan(entry) {
      const n = ++count;
      await before(writer.secure({ type: 'planned', n, ...entry }));
      entries.set(n, { n, ...entry });
      return n;
    },
    async named(n, name) {
      if (!entries.has(n)) return;
      changeEntry(all, n, { names: [...(entries.get(n)?.names ?? []), name] });
      await before(writer.append({ type: 'named', n, name }));
    },
    async traced(n, trace) {
      if (!addTrace(all, n, trace)) return;
      await before(writer.append({ type: 'traced', n, trace }));
    },
    async created(n, id) {
      changeEntry(all, n, { id });
      await written(writer.append({ type: 'created', n, id }));
    },
    async answered(n) {
      if (!entries.has(n)) return;
      changeEntry(all, n, { answered: true });
      await written(writer.append({ type: 'answered', n }));
    },
    async refused(n, status) {
      if (!entries.has(n)) return;
      changeEntry(all, n, { refused: status });
      await written(writer.append({ type: 'refused', n, status }));
    },
    async removed(n) {
      if (!entries.has(n)) return;
      changeEntry(all, n, { removed: true });
      await written(writer.append({ type: 'removed', n }));
    },
    async deleted(n) {
      entries.delete(n);
      await written(writer.append({ type: 'deleted', n }));
    },
    open: () => [...entries.values()].sort((a, b) => b.n - a.n),
    made: () => [...made.values()],
    async close() {
      // A run that ended by itself, and left something: nobody need wait for a sign of life.
      if (entries.size > 0) await written(writer.secure({ type: 'closed' }));
      await written(writer.close());
      if (entries.size === 0) await rm(file, { force: true }).catch(() => undefined);
    },
  };
}

function writerOf(run: LedgerRun, records: readonly LedgerRecord[]): LedgerWriterMark {
  return records.filter((record) => record.type === 'resumed').at(-1) ?? run;
}

function withoutUnknownId(entry: LedgerEntry): LedgerEntry {
  if (entry.id?.includes(UNKNOWN) !== true) return entry;
  const { id: _unknown, ...rest } = entry;
  return rest;
}

/** A link leads elsewhere, and a pipe keeps whoever opens it. */
async function openFile(file: string, flags: 'r' | 'r+'): Promise<FileHandle> {
  if (!(await lstat(file)).isFile()) throw Object.assign(new Error('no file'), { code: 'not a file' });
  return await open(file, flags);
}

async function readAll(handle: FileHandle): Promise<Buffer> {
  const { size } = await handle.stat();
  if (size > MAX_BYTES) throw Object.assign(new Error('too large'), { code: 'EFBIG' });
  return handle.readFile();
}

/** A new file's name survives a power cut only when its directory is synced too; not every system lets one do that. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown error';
}

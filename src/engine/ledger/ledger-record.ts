import { defined } from '../../base/defined.js';
import type { Dialect } from '../../client/client.js';
import { isObject } from '../../scim/json.js';
import type { LedgerEntry, LedgerRun, PlannedEntry } from './ledger-entry.js';
import { type ProcessMark, processMark } from './live-process.js';

/** A line of a ledger. */
export type LedgerRecord =
  | ({ readonly type: 'run' } & LedgerRun)
  | ({ readonly type: 'planned'; readonly n: number } & PlannedEntry)
  /** It is about to be given another name. */
  | { readonly type: 'named'; readonly n: number; readonly name: string }
  /** It is about to be given another externalId, or another e-mail address. */
  | { readonly type: 'traced'; readonly n: number; readonly trace: string }
  | { readonly type: 'created'; readonly n: number; readonly id: string }
  /** Created, and the answer showed no id. */
  | { readonly type: 'answered'; readonly n: number }
  | { readonly type: 'refused'; readonly n: number; readonly status: number }
  /** Its deletion was answered with success, which does not prove that it is gone. */
  | { readonly type: 'removed'; readonly n: number }
  | { readonly type: 'deleted'; readonly n: number }
  /** Somebody goes on with the clean-up. */
  | { readonly type: 'resumed'; readonly time: string; readonly by: ProcessMark }
  /** Who wrote it has ended by itself; what is open was left behind. */
  | { readonly type: 'closed' };

/** A record that is about one entry. */
type EntryRecord = Exclude<LedgerRecord, { readonly type: 'run' | 'resumed' | 'closed' }>;

interface ParsedLedger {
  readonly run: LedgerRun;
  readonly records: readonly LedgerRecord[];
  /** The highest entry number that was given. */
  readonly highest: number;
  /** Length of the whole lines. */
  readonly bytes: number;
}

const DIALECTS: Readonly<Record<Dialect, true>> = {
  'entra-default': true,
  'entra-aadOptscim062020': true,
  'entra-on-demand': true,
  'okta-oin': true,
  'okta-aiw': true,
  'okta-granular': true,
  rfc: true,
};

/**
 * The record as it may be written to disk.
 *
 * @param record the record
 * @param redact takes secrets out of a text
 */
export function recordOf(record: LedgerRecord, redact: (text: string) => string): LedgerRecord {
  switch (record.type) {
    case 'run':
      return { ...record, target: redact(record.target) };
    case 'planned':
      return { ...record, name: redact(record.name), ...(record.traces === undefined ? {} : { traces: record.traces.map(redact) }) };
    case 'named':
      return { ...record, name: redact(record.name) };
    case 'traced':
      return { ...record, trace: redact(record.trace) };
    case 'created':
      return { ...record, id: redact(record.id) };
    case 'answered':
    case 'refused':
    case 'removed':
    case 'deleted':
    case 'resumed':
    case 'closed':
      return record;
  }
}

/**
 * Reads a ledger's lines. Only the last may be broken, because each was on the disk before the next was begun.
 *
 * @param content the file
 */
export function parseLedger(content: Buffer): ParsedLedger | { readonly error: string } {
  const text = content.toString('utf8');
  const lines = text.split('\n');
  // What follows the last line break is empty, or torn.
  lines.pop();
  const records: LedgerRecord[] = [];
  let bytes = 0;
  for (const [index, line] of lines.entries()) {
    const record = parseLine(line);
    if (record === undefined) {
      if (index === lines.length - 1) break;
      return { error: `Line ${index + 1} of the ledger is not a record of scim-check.` };
    }
    records.push(record);
    bytes += Buffer.byteLength(line) + 1;
  }
  const [run] = records;
  if (run?.type !== 'run') return { error: 'The ledger does not begin with a record of its run.' };
  const { type: _type, ...rest } = run;
  const highest = records.reduce((most, record) => (isOfEntry(record) ? Math.max(most, record.n) : most), 0);
  return { run: rest, records, highest, bytes };
}

/** The entries of a ledger by number: those that are open, and those of which the target said that it had created them. */
export interface LedgerEntries {
  readonly open: Map<number, LedgerEntry>;
  readonly made: Map<number, LedgerEntry>;
}

/**
 * The entries after all records, in the order in which they were planned.
 *
 * @param records a ledger's records
 */
export function entriesOf(records: readonly LedgerRecord[]): LedgerEntries {
  const open = new Map<number, LedgerEntry>();
  const made = new Map<number, LedgerEntry>();
  for (const record of records) {
    if (!isOfEntry(record)) continue;
    const entry = open.get(record.n);
    const changed = afterRecord(entry, record);
    if (changed === undefined) open.delete(record.n);
    else open.set(record.n, changed);
    if (changed !== undefined && isMade(changed)) made.set(record.n, changed);
  }
  return { open, made };
}

/**
 * Says more of an open entry.
 *
 * @param entries all of them
 * @param n the entry's number; one that is not open stays as it is
 * @param more what is known of it now
 */
export function changeEntry({ open, made }: LedgerEntries, n: number, more: Partial<LedgerEntry>): void {
  const entry = open.get(n);
  if (entry === undefined) return;
  const changed = { ...entry, ...more };
  open.set(n, changed);
  if (isMade(changed)) made.set(n, changed);
}

/**
 * Gives an open entry one trace more. One without a name is told by all that it was created with, and by nothing else.
 *
 * @param entries all of them
 * @param n the entry's number
 * @param trace a value that tells its resource from all others
 * @returns whether it is a new one
 */
export function addTrace(entries: LedgerEntries, n: number, trace: string): boolean {
  const { name = '', traces = [] } = entries.open.get(n) ?? {};
  if (name === '' || traces.includes(trace)) return false;
  changeEntry(entries, n, { traces: [...traces, trace] });
  return true;
}

/** Whether the target said that it had created an entry's resource. */
export function isMade({ id, answered }: LedgerEntry): boolean {
  return id !== undefined || answered === true;
}

function afterRecord(entry: LedgerEntry | undefined, record: EntryRecord): LedgerEntry | undefined {
  if (record.type === 'planned') {
    const { type: _type, ...planned } = record;
    return planned;
  }
  if (entry === undefined) return undefined;
  switch (record.type) {
    case 'named':
      return { ...entry, names: [...(entry.names ?? []), record.name] };
    case 'traced':
      return { ...entry, traces: [...(entry.traces ?? []), record.trace] };
    case 'created':
      return { ...entry, id: record.id };
    case 'answered':
      return { ...entry, answered: true };
    case 'refused':
      return { ...entry, refused: record.status };
    case 'removed':
      return { ...entry, removed: true };
    case 'deleted':
      return undefined;
  }
}

function parseLine(line: string): LedgerRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const { type, n, id, name, status, trace, traces, resourceType, dialect, runId, target, targetHash, time, dialects } = value;
  const by = processMark(value['by']);
  const seed = typeof value['seed'] === 'number' ? value['seed'] : undefined;
  if (type === 'run') {
    if (typeof runId !== 'string' || typeof target !== 'string' || typeof time !== 'string' || !Array.isArray(dialects)) return undefined;
    const hash = typeof targetHash === 'string' ? { targetHash } : {};
    return { type, runId, target, ...hash, time, dialects: dialects.filter(isDialect), ...defined({ seed, by }) };
  }
  if (type === 'resumed') return typeof time === 'string' && by !== undefined ? { type, time, by } : undefined;
  if (type === 'closed') return { type };
  if (typeof n !== 'number' || !Number.isSafeInteger(n) || n < 1) return undefined;
  if (type === 'deleted' || type === 'answered' || type === 'removed') return { type, n };
  if (type === 'refused') return typeof status === 'number' ? { type, n, status } : undefined;
  if (type === 'created') return typeof id === 'string' ? { type, n, id } : undefined;
  if (type === 'traced') return typeof trace === 'string' ? { type, n, trace } : undefined;
  if (type === 'named') return typeof name === 'string' ? { type, n, name } : undefined;
  if (type !== 'planned' || typeof name !== 'string' || !isDialect(dialect)) return undefined;
  if (resourceType !== 'User' && resourceType !== 'Group') return undefined;
  const texts = Array.isArray(traces) ? { traces: traces.filter((each) => typeof each === 'string') } : {};
  return { type, n, resourceType, name, ...texts, dialect };
}

function isOfEntry(record: LedgerRecord): record is EntryRecord {
  return record.type !== 'run' && record.type !== 'resumed' && record.type !== 'closed';
}

function isDialect(value: unknown): value is Dialect {
  return typeof value === 'string' && Object.hasOwn(DIALECTS, value);
}

import { type Clock, timeLimit } from '../../base/clock.js';
import { defined } from '../../base/defined.js';
import type { Sink } from '../../event/event.js';
import type { Target } from '../../http/target.js';
import type { Transport } from '../../http/transport.js';
import { Wire } from '../exchange/wire.js';
import { type UnderWay, underWay } from '../ledger/heartbeat.js';
import { listLedgers, readLedger, resumeLedger } from '../ledger/ledger.js';
import { isAbout } from '../ledger/target-hash.js';
import { distrustOf } from '../ledger/trust.js';
import { newlyUnreadable, type Unreadable } from '../ledger/unreadable.js';
import { cleanUp } from './cleanup.js';
import { answersAsScim } from './locate.js';

/** How long a target that throttles is waited for, in milliseconds. */
const CLEANING_MS = 600_000;

const NOT_UNDER_WAY: UnderWay = { isUnderWay: false };

/** How long the target may take to show that it is one, in milliseconds. */
const PROBE_MS = 60_000;

export interface CleanOptions {
  readonly target: Target;
  /** Sends the requests; the caller closes it. */
  readonly transport: Transport;
  readonly ledgerDirectory: string;
  readonly clock: Clock;
  readonly redact?: (text: string) => string;
}

/** A ledger that is still being written; `pid`: by this process of this machine. */
export interface LiveLedger {
  readonly file: string;
  readonly pid?: number;
}

/** What became of the ledgers. */
export interface CleanResult {
  /** Ledgers of this target, finished or not. */
  readonly ledgers: number;
  /** Ledgers of other targets, which were left alone. */
  readonly others: readonly { readonly file: string; readonly target: string }[];
  /** Ledgers of runs that are still under way, which were left alone. */
  readonly underWay: readonly LiveLedger[];
  /** Ledgers that cannot be read, or not be trusted, one sentence each. */
  readonly problems: readonly string[];
  /** Why nothing was removed: the target does not answer as a SCIM server. */
  readonly unusable?: string;
}

/**
 * Finishes the clean-up of runs that were killed, or that could not remove everything. Only ledgers that name the same target
 * are touched: a resource is deleted where it was created, and nowhere else.
 *
 * @param options the target and where the ledgers are
 * @param sink receives the exchanges and one `cleanup` event per ledger
 */
export async function clean(options: CleanOptions, sink: Sink): Promise<CleanResult> {
  const { target, transport, clock } = options;
  const wire = new Wire({ target, transport, sink, clock, hide: options.redact ?? ((text) => text), milliseconds: CLEANING_MS });
  const found = await sortedLedgers(options);
  const { mine, others, underWay } = found;
  const result = { others, underWay, problems: [...found.problems] };
  if (mine.length === 0) return { ...result, ledgers: 0 };
  if (!(await answersAsScim(wire, timeLimit(options.clock, PROBE_MS)))) {
    const unusable = `${options.target.display} does not answer as a SCIM server with this credential, so ${mine.join(', ')} is left as it is.`;
    return { ...result, ledgers: mine.length, unusable };
  }
  for (const file of mine) {
    const resumed = await resumeLedger(file, options.redact ?? ((text) => text), options.clock);
    if ('error' in resumed) {
      result.problems.push(resumed.error);
      continue;
    }
    const { ledger } = resumed;
    sink(await cleanUp(wire, ledger, ledger.open().length, options.clock, { fromDisk: true, sink }));
    await ledger.close();
  }
  return { ...result, ledgers: mine.length };
}

/** All is decided before a ledger is opened: one of another target, or of a live run, is never touched. */
async function sortedLedgers({ ledgerDirectory, target, clock }: CleanOptions) {
  const mine: string[] = [];
  const others: CleanResult['others'][number][] = [];
  const live: LiveLedger[] = [];
  const problems: string[] = [];
  const unreadable: Unreadable[] = [];
  for (const file of await listLedgers(ledgerDirectory)) {
    const read = await readLedger(file);
    if ('error' in read) unreadable.push({ file, message: read.error });
    else if (!isAbout(read.run, target)) others.push({ file, target: read.run.target });
    else {
      const { isUnderWay, pid } = read.closed ? NOT_UNDER_WAY : await underWay(file, read.writer, clock);
      const distrust = isUnderWay ? undefined : await distrustOf(file);
      if (isUnderWay) live.push({ file, ...defined({ pid }) });
      else if (distrust === undefined) mine.push(file);
      else problems.push(distrust);
    }
  }
  problems.unshift(...(await newlyUnreadable(ledgerDirectory, unreadable)));
  return { mine, others, underWay: live, problems };
}

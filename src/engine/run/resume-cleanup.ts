import type { Clock } from '../../base/clock.js';
import type { Sink } from '../../event/event.js';
import type { Target } from '../../http/target.js';
import type { Transport } from '../../http/transport.js';
import { Wire } from '../exchange/wire.js';
import { isUnderWay } from '../ledger/heartbeat.js';
import { listLedgers, readLedger, resumeLedger } from '../ledger/ledger.js';
import { cleanUp } from './cleanup.js';

/** How long a target that throttles is waited for, in milliseconds. */
const CLEANING_MS = 600_000;

export interface CleanOptions {
  readonly target: Target;
  /** Sends the requests; the caller closes it. */
  readonly transport: Transport;
  readonly ledgerDirectory: string;
  readonly clock: Clock;
  readonly redact?: (text: string) => string;
}

/** What became of the ledgers. */
export interface CleanResult {
  /** Ledgers of this target, finished or not. */
  readonly ledgers: number;
  /** Ledgers of other targets, which were left alone. */
  readonly others: readonly { readonly file: string; readonly target: string }[];
  /** Ledgers of runs that are still under way, which were left alone. */
  readonly underWay: readonly string[];
  /** Ledgers that cannot be read, one sentence each. */
  readonly problems: readonly string[];
}

/**
 * Finishes the clean-up of runs that were killed, or that could not remove everything. Only ledgers that name the same target
 * are touched: a resource is deleted where it was created, and nowhere else.
 *
 * @param options the target and where the ledgers are
 * @param sink receives the exchanges and one `cleanup` event per ledger
 */
export async function clean(options: CleanOptions, sink: Sink): Promise<CleanResult> {
  const wire = new Wire(options.target, options.transport, sink, options.clock, options.redact ?? ((text) => text), CLEANING_MS);
  const others: CleanResult['others'][number][] = [];
  const problems: string[] = [];
  const underWay: string[] = [];
  let ledgers = 0;
  for (const file of await listLedgers(options.ledgerDirectory)) {
    const read = await readLedger(file);
    if (!('error' in read) && read.run.target === options.target.display && !read.closed && (await isUnderWay(file, options.clock))) {
      underWay.push(file);
      continue;
    }
    const resumed = await resumeLedger(file, options.redact ?? ((text) => text), options.clock);
    if ('error' in resumed) {
      problems.push(resumed.error);
      continue;
    }
    const { ledger, run } = resumed;
    if (run.target === options.target.display) {
      ledgers += 1;
      sink(await cleanUp(wire, ledger, ledger.open().length, options.clock));
    } else others.push({ file, target: run.target });
    await ledger.close();
  }
  return { ledgers, others, problems, underWay };
}

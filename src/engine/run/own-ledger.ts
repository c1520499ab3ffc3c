import { timeOf } from '../../base/clock.js';
import { type Ledger, LedgerError, listLedgers, openLedger, readLedger } from '../ledger/ledger.js';
import type { LedgerRun } from '../ledger/ledger-entry.js';
import { isRunning, thisProcess } from '../ledger/live-process.js';
import { memoryLedger } from '../ledger/memory-ledger.js';
import { isAbout, targetHash } from '../ledger/target-hash.js';
import type { RunOptions } from '../scenario/run-options.js';

/**
 * Begins the ledger of a run.
 *
 * @param options of the run; one that only pretends to send names no directory
 * @throws LedgerError when it cannot be written, or when a run with the same seed is under way on the same target: what both create has
 *   the same names, so that each would take the other's for its own
 */
export async function ledgerFor(options: RunOptions): Promise<Ledger> {
  const { ledgerDirectory, runId, target, clock, dialects, seed } = options;
  if (ledgerDirectory === undefined) return memoryLedger();
  const about: LedgerRun = {
    runId,
    target: target.display,
    targetHash: targetHash(target, runId),
    time: timeOf(clock),
    dialects,
    seed,
    by: await thisProcess(),
  };
  const ledger = await openLedger(ledgerDirectory, about, options.redact ?? ((text) => text), clock);
  const twin = await sameSeedUnderWay(ledgerDirectory, ledger.file, about, options);
  if (twin === undefined) return ledger;
  await ledger.close();
  throw new LedgerError(
    `A run with the same seed, ${seed}, is under way on this target (${twin}), and what it creates has the same names.`,
    'Let it end first, or take another --seed.',
  );
}

/** Only looked for once the run's own ledger is there: of two that start at the same moment, the first one goes on. */
async function sameSeedUnderWay(
  directory: string,
  own: string,
  { time, seed }: LedgerRun,
  { target, clock }: RunOptions,
): Promise<string | undefined> {
  for (const file of await listLedgers(directory)) {
    const read = file === own ? undefined : await readLedger(file);
    if (read === undefined || 'error' in read || read.closed || read.run.seed !== seed || !isAbout(read.run, target)) continue;
    const isFirst = read.run.time < time || (read.run.time === time && file < own);
    const { by, time: since } = read.writer;
    if (isFirst && by !== undefined && (await isRunning(by, Date.parse(since), clock.now())) === true) return `${file}, process ${by.pid}`;
  }
  return undefined;
}

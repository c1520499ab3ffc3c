import { exitCodeFor } from '../app/exit-code.js';
import { newRunId, type Player, runPlan } from '../app/run-plan.js';
import type { Plan } from '../config/plan.js';
import { listLedgers, readLedger } from '../engine/ledger/ledger.js';
import type { RunEvent } from '../event/event.js';
import { cleanCommandFor } from '../report/clean-advice.js';
import { escapeTerminal } from '../report/escape.js';
import { USAGE_ERROR } from './exit-codes.js';
import type { InterruptSignal, Io } from './io.js';
import type { OpenReports } from './reports.js';

/** What counts as a failure besides errors. */
interface Strictness {
  /** The least severity that does. */
  readonly failOn: 'error' | 'warning';
  /** Less may be tested than the verdict needs. */
  readonly allowIncomplete: boolean;
}

/** What is played in place of scenarios. */
interface Instead {
  readonly player: Player;
  /** The exit code of its events. */
  readonly exitCode: (events: readonly RunEvent[]) => number;
}

/**
 * Runs a plan with reports and signals. The first Ctrl-C ends the run and lets it clean up; the second stops at once.
 *
 * @param io the process
 * @param plan what to run
 * @param reports opened reports; closed here
 * @param strictness what counts as a failure
 * @param instead what is played in place of scenarios
 */
export async function runWithReports(io: Io, plan: Plan, reports: OpenReports, strictness: Strictness, instead?: Instead): Promise<void> {
  io.loaded();
  const runId = newRunId();
  const controller = new AbortController();
  const ignore = io.onInterrupt((signal) => {
    if (!controller.signal.aborted) {
      io.err.write('\nInterrupted: what this run created is being removed. Once more stops at once and leaves it there.\n');
      controller.abort();
      return;
    }
    ignore();
    void stopAtOnce(io, plan, runId, reports, signal);
  });
  const kept: RunEvent[] = [];
  let started = false;
  try {
    const sink = (event: RunEvent): void => {
      started = true;
      if (
        event.type !== 'exchange' &&
        event.type !== 'step-started' &&
        event.type !== 'cleanup-progress' &&
        event.type !== 'explore-progress'
      )
        kept.push(event);
      reports.sink(event);
    };
    await runPlan(plan, runId, sink, controller.signal, instead?.player, io.clock);
    const code = instead?.exitCode(kept) ?? exitCodeFor(kept, strictness.failOn, strictness.allowIncomplete);
    io.setExitCode(code);
    const unwritten = await reports.end();
    for (const problem of unwritten) io.err.write(`scim-check: ${escapeTerminal(problem)}\n`);
    if (unwritten.length > 0 && code === 0) io.setExitCode(USAGE_ERROR);
    if (code === 2) io.err.write(`scim-check: ${escapeTerminal(whyUsage(kept))}\n`);
  } catch (error) {
    // What has been seen until then is worth having; a failure to write it must not hide the first one.
    if (started) await reports.end().catch(() => []);
    else reports.discard();
    throw error;
  } finally {
    ignore();
  }
}

/** Why a run that has found nothing is no success. */
function whyUsage(events: readonly RunEvent[]): string {
  const aborted = events.find((event) => event.type === 'run-finished')?.aborted;
  return aborted?.kind === 'ledger'
    ? `${aborted.message} What had been created was removed; nothing was tested after that.`
    : 'nothing was tested: all that was selected was skipped or blocked.';
}

/** The second signal: says what is left, and ends the process. */
async function stopAtOnce(io: Io, plan: Plan, runId: string, reports: OpenReports, signal: InterruptSignal): Promise<void> {
  quietly(reports.discard);
  io.dieOf(signal, `Stopped. ${await leftOver(plan, runId).catch(() => 'What was created may still be in the target.')}\n`);
}

async function leftOver(plan: Plan, runId: string): Promise<string> {
  if (plan.reach === undefined) return 'The sample and all that was in it are gone.';
  const file = (await listLedgers(plan.ledgerDirectory)).find((path) => path.includes(runId));
  const ledger = file === undefined ? undefined : await readLedger(file);
  if (file === undefined || ledger === undefined || 'error' in ledger) return 'Nothing of this run is known to be left in the target.';
  const names = ledger.entries.map(
    (entry) => `  ${entry.resourceType} ${escapeTerminal(entry.name)}${entry.id === undefined ? '' : ` (${escapeTerminal(entry.id)})`}`,
  );
  if (names.length === 0) return 'Nothing of this run is left in the target.';
  return [
    `Left in the target (${file}):`,
    ...names,
    `Remove it with: ${cleanCommandFor(plan.reach.target.display, plan.command, file)}`,
  ].join('\n');
}

function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // Told already, or of no use any more.
  }
}

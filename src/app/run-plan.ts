import { randomBytes } from 'node:crypto';
import { access, constants, rmdir } from 'node:fs/promises';
import { type Clock, systemClock } from '../base/clock.js';
import { defined } from '../base/defined.js';
import { makeFolder } from '../base/make-folder.js';
import type { Plan, Reach } from '../config/plan.js';
import { reasonOf, UsageError } from '../config/usage-error.js';
import { LedgerError } from '../engine/ledger/ledger.js';
import { run } from '../engine/run/run.js';
import type { RunEvent, RunFinished, Sink } from '../event/event.js';
import { type Connected, connect } from './connect.js';
import { engineOptions } from './engine-options.js';
import { lookForOtherBase } from './other-base.js';
import { waitForTarget } from './wait-for-target.js';
import { withReach } from './with-reach.js';

const ELSEWHERE = 'The ledger of what a run creates is kept there; another place: --ledger DIRECTORY.';

/** What is played in place of scenarios. */
export interface Played {
  readonly play: NonNullable<Parameters<typeof run>[3]>;
  /** When all is to be over, in milliseconds since 1970. */
  readonly until?: number;
  /** What can be told of a target that cannot be used, before the last event. */
  readonly unusable: () => Promise<readonly RunEvent[]>;
}

/** Plays something else than scenarios, once there is a connection. */
export type Player = (connected: Connected) => Played;

/** A new name for a run: the time, so that ledgers sort, and chance. */
export function newRunId(): string {
  return `${Date.now().toString(36)}-${randomBytes(3).toString('hex')}`;
}

/**
 * Runs a plan: starts the sample where it is the target, joins engine, network and redactor, and puts everything away.
 *
 * @param plan what to run
 * @param runId name of the run, see `newRunId`
 * @param sink receives the events; the redactor has seen them
 * @param signal aborts the run; what it created is removed all the same
 * @param player what plays a client in place of the scenarios; default: the scenarios
 * @param clock what the run waits on
 * @throws UsageError when the ledger cannot be written: nothing has been sent then
 */
export async function runPlan(
  plan: Plan,
  runId: string,
  sink: Sink,
  signal?: AbortSignal,
  player?: Player,
  clock: Clock = systemClock(),
): Promise<void> {
  await waitForTarget(plan, signal);
  await withReach(plan, (reach) => against(reach, plan, runId, sink, signal, player, clock));
}

async function against(
  reach: Reach,
  plan: Plan,
  runId: string,
  sink: Sink,
  signal: AbortSignal | undefined,
  player: Player | undefined,
  clock: Clock,
): Promise<void> {
  // The sample ends with the run, and what was created in it too.
  const ledgerDirectory = plan.reach === undefined ? undefined : await writableFolder(reach.ledgerDirectory);
  const notify = (message: string): void => sink(secrets.event({ type: 'notice', level: 'warning', message }));
  const connected = await connect(reach, clock, { known: [plan.domain], notify });
  const { transport, secrets } = connected;
  const judged = plan.baseline === undefined ? sink : (await import('./baseline.js')).withBaseline(plan.baseline, secrets.event, sink);
  try {
    const parts = { target: reach.target, transport, clock, secrets, runId, ledgerDirectory };
    const played = player?.(connected);
    const options = {
      ...engineOptions(plan, parts),
      ...defined({ until: played?.until }),
      otherBase: () => lookForOtherBase(reach, clock),
    };
    const shown: Sink = (event) => judged(secrets.event(event));
    const held = played === undefined ? undefined : heldBack(shown);
    await run(options, withNotices(reach.notices, held?.sink ?? shown), signal, played?.play).finally(() => held?.end(played?.unusable));
  } catch (error) {
    throw error instanceof LedgerError ? new UsageError(error.message, error.advice ?? ELSEWHERE) : error;
  } finally {
    await transport.close();
    // The ledger has removed its file when nothing is left; a folder that is then empty was made for it.
    if (ledgerDirectory !== undefined) await rmdir(ledgerDirectory).catch(() => undefined);
  }
}

/** Tells what preparing the run has brought up, after the event that every run begins with. */
function withNotices(notices: readonly string[], sink: Sink): Sink {
  return (event: RunEvent) => {
    sink(event);
    if (event.type === 'run-started') for (const message of notices) sink({ type: 'notice', level: 'warning', message });
  };
}

/** Keeps the last event back until what can be told of an unusable target has been told. */
function heldBack(sink: Sink): { readonly sink: Sink; readonly end: (unusable: Played['unusable'] | undefined) => Promise<void> } {
  let last: RunFinished | undefined;
  return {
    sink: (event) => {
      if (event.type === 'run-finished') last = event;
      else sink(event);
    },
    async end(unusable) {
      if (last?.aborted?.kind === 'unusable') for (const event of (await unusable?.()) ?? []) sink(event);
      if (last !== undefined) sink(last);
    },
  };
}

async function writableFolder(path: string): Promise<string> {
  try {
    makeFolder(path, 0o700);
    await access(path, constants.W_OK);
    return path;
  } catch (error) {
    throw new UsageError(`the folder ${path} cannot be written: ${reasonOf(error)}`, ELSEWHERE);
  }
}

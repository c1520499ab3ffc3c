import { resolve } from 'node:path';
import { type ExitCode, exitCodeFor } from '../app/exit-code.js';
import { newRunId, runPlan } from '../app/run-plan.js';
import { type Plan, planOf } from '../config/plan.js';
import { type Config, resolveConfig } from '../config/resolve.js';
import { CLIENT_SECRET_VARIABLE, TOKEN_VARIABLE } from '../config/token.js';
import type { FindingEvent, RunEvent } from '../event/event.js';
import { type Verdict, verdictsOf } from '../event/verdict.js';
import { type JsonReport, reportOf } from '../report/json/report.js';
import { newRecord, record } from '../report/record.js';
import { EventLog } from './event-log.js';
import { type CheckOptions, refuseUnknown, settingsOf } from './options.js';
import { inOptions } from './words.js';

/** What a run has shown. */
export interface RunResult {
  /** One per client family. */
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly FindingEvent[];
  /** All events, in order; reports are functions of them. */
  readonly events: readonly RunEvent[];
  /** What the command line would exit with. */
  readonly exitCode: ExitCode;
  /** The JSON report, as schemas/report.schema.json describes it. */
  readonly report: JsonReport;
}

/** A run under way: to be awaited for its result, or to be looped over for its events. */
export type Run = Promise<RunResult> & AsyncIterable<RunEvent>;

/**
 * Plays the clients against a target, as `scim-check run` does.
 *
 *     const running = run({ target, token });
 *     for await (const event of running) console.log(event.type);
 *     const { verdicts, exitCode } = await running;
 *
 * A loop sees every event from the first one on, secrets removed, whenever it begins. Leaving it does not end the run: `signal` does.
 *
 * @param options what to run, and against whom
 * @returns what the run has shown; findings, unusable targets and interruptions are results, not exceptions. It rejects with a
 *   UsageError when an option is not right
 */
export function run(options: CheckOptions): Run {
  const log = new EventLog<RunEvent>();
  const result = play(options, log).finally(() => log.end());
  return Object.assign(result, { [Symbol.asyncIterator]: () => log.follow(result) });
}

async function play(options: CheckOptions, log: EventLog<RunEvent>): Promise<RunResult> {
  const { plan, config } = await planned(options);
  const kept = newRecord();
  const sink = (event: RunEvent): void => {
    record(kept, event, true);
    log.add(event);
  };
  await runPlan(plan, newRunId(), sink, options.signal);
  const { events } = log;
  return {
    verdicts: verdictsOf(events),
    findings: kept.findings,
    events,
    exitCode: exitCodeFor(events, config.failOn.value, config.allowIncomplete.value),
    report: reportOf(kept),
  };
}

/**
 * What options come to. Nothing is sent.
 *
 * @param options what to run, and against whom
 * @throws UsageError when an option is not right
 */
export async function planned(options: CheckOptions): Promise<{ readonly plan: Plan; readonly config: Config }> {
  refuseUnknown(options);
  return await inOptions(async () => {
    const cwd = resolve('.');
    const env = { [TOKEN_VARIABLE]: options.token, [CLIENT_SECRET_VARIABLE]: options.oauth?.clientSecret };
    const config = await resolveConfig({ flags: settingsOf(options), env: {}, cwd, configFile: false });
    return { config, plan: await planOf(config, { env, cwd, readStdin: async () => '' }) };
  });
}

import type { CheckId } from '../../src/check/check-id.js';
import type { Dialect } from '../../src/client/client.js';
import type { runDialect } from '../../src/engine/run/dialect-run.js';
import { run } from '../../src/engine/run/run.js';
import type { FindingEvent, RunEvent } from '../../src/event/event.js';
import type { Target } from '../../src/http/target.js';
import type { Transport } from '../../src/http/transport.js';
import type { Mapping } from '../../src/mapping/mapping.js';
import type { SampleOptions } from '../../src/sample/options.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { SCENARIOS } from '../scenario/shipped.js';

export const TOKEN = 'proof-0123456789';

export interface Outcome {
  readonly findings: readonly FindingEvent[];
  readonly requests: number;
  readonly aborted: string | undefined;
  /** The checks that were exercised and held. */
  readonly held: ReadonlySet<CheckId>;
}

export interface Settings {
  readonly jobs?: number;
  readonly seed?: number;
  readonly scenarios?: readonly Scenario[];
  readonly mapping?: Mapping | undefined;
  /** Plays one client; default: all scenarios. */
  readonly play?: typeof runDialect | undefined;
  /** Is shown each event but the exchanges. */
  readonly onEvent?: (event: RunEvent) => void;
}

/**
 * Plays scenarios against a sample server of its own, in memory and in no time.
 *
 * @param sample its defects and variants
 * @param dialects who plays
 * @param settings jobs (default 4), seed (7), scenarios (all), mapping (derived)
 */
export async function playSample(
  sample: Pick<SampleOptions, 'defects' | 'variants' | 'extraSchemas'>,
  dialects: readonly Dialect[],
  settings: Settings = {},
): Promise<Outcome> {
  const clock = new VirtualClock();
  return await playAgainst(sampleTransport({ token: TOKEN, ...sample, clock }), clock, dialects, settings);
}

/**
 * Plays scenarios against any server.
 *
 * @param server where it is, and the way to it
 * @param clock the server's clock
 * @param dialects who plays
 * @param settings as for `playSample`
 */
export async function playAgainst(
  server: { readonly target: Target; readonly transport: Transport },
  clock: VirtualClock,
  dialects: readonly Dialect[],
  settings: Settings = {},
): Promise<Outcome> {
  const events: RunEvent[] = [];
  const seed = settings.seed ?? 7;
  const options = {
    target: server.target,
    transport: server.transport,
    clock,
    dialects,
    scenarios: settings.scenarios ?? SCENARIOS,
    jobs: settings.jobs ?? 4,
    seed,
    deadlineMs: 3_600_000,
    version: '0',
    runId: `proof${seed}`,
    domain: 'example.com',
    ...(settings.mapping === undefined ? {} : { mapping: settings.mapping }),
  };
  const sink = (event: RunEvent): void => {
    // Exchanges are most of what is told, and the proof looks at none.
    if (event.type === 'exchange') return;
    events.push(event);
    settings.onEvent?.(event);
  };
  const { held } = await run(options, sink, undefined, settings.play);
  const finished = events.find((event) => event.type === 'run-finished');
  return {
    findings: events.filter((event) => event.type === 'finding'),
    requests: finished?.requests ?? 0,
    aborted: finished?.aborted?.kind,
    held,
  };
}

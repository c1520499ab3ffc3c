import type { Dialect } from '../../src/client/client.js';
import { run } from '../../src/engine/run/run.js';
import type { FindingEvent, RunEvent } from '../../src/event/event.js';
import type { ExploreFault, ExploreFinished } from '../../src/event/exploration.js';
import { explorer } from '../../src/explore/explore.js';
import type { ExploreSettings } from '../../src/explore/settings.js';
import type { Target } from '../../src/http/target.js';
import type { Transport } from '../../src/http/transport.js';
import type { Mapping } from '../../src/mapping/mapping.js';
import type { SampleOptions } from '../../src/sample/options.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';

/** What an exploration has told. */
export interface Explored {
  readonly events: readonly RunEvent[];
  readonly findings: readonly FindingEvent[];
  readonly faults: readonly ExploreFault[];
  readonly finished: readonly ExploreFinished[];
  readonly requests: number;
}

export interface ExploreOptions extends ExploreSettings {
  readonly seed?: number;
  readonly dialects?: readonly Dialect[];
  readonly mapping?: Mapping;
  readonly budgetMs?: number;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: RunEvent) => void;
}

/**
 * Explores a sample server of its own, in memory and in no time.
 *
 * @param sample its defects and variants
 * @param options seed, clients, and how it is made
 */
export async function exploreSample(sample: Pick<SampleOptions, 'defects' | 'variants'>, options: ExploreOptions = {}): Promise<Explored> {
  const clock = new VirtualClock();
  return await exploreAgainst(sampleTransport({ token: 'explore-0123456789', ...sample, clock }), clock, options);
}

/** The same against any server. */
export async function exploreAgainst(
  server: { readonly target: Target; readonly transport: Transport },
  clock: VirtualClock,
  { seed = 7, dialects = ['entra-default'], mapping, signal, onEvent, budgetMs, ...settings }: ExploreOptions = {},
): Promise<Explored> {
  const events: RunEvent[] = [];
  const options = {
    ...server,
    clock,
    dialects,
    scenarios: [],
    selected: true,
    jobs: 1,
    seed,
    deadlineMs: 3_600_000,
    version: '0',
    runId: `explore${seed}`,
    domain: 'example.com',
    ...(mapping === undefined ? {} : { mapping }),
    ...(budgetMs === undefined ? {} : { until: clock.now() + budgetMs }),
  };
  const sink = (event: RunEvent): void => {
    if (event.type !== 'exchange') events.push(event);
    onEvent?.(event);
  };
  await run(options, sink, signal, explorer(settings));
  return {
    events,
    findings: events.filter((event) => event.type === 'finding'),
    faults: events.filter((event) => event.type === 'explore-fault'),
    finished: events.filter((event) => event.type === 'explore-finished'),
    requests: events.find((event) => event.type === 'run-finished')?.requests ?? 0,
  };
}

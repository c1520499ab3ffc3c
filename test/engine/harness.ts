import type { Clock } from '../../src/base/clock.js';
import type { Dialect } from '../../src/client/client.js';
import { run } from '../../src/engine/run/run.js';
import type { RunOptions } from '../../src/engine/scenario/run-options.js';
import type { ExchangeEvent, FindingEvent, RunEvent } from '../../src/event/event.js';
import { parseTarget, type Target } from '../../src/http/target.js';
import { createTransport, type Transport } from '../../src/http/transport.js';
import type { SampleOptions } from '../../src/sample/options.js';
import { SOCKET_TURNS, VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { scenariosNamed } from '../scenario/shipped.js';

export const TOKEN = 'test-token-7f3a9c';

export interface Played {
  readonly events: readonly RunEvent[];
  readonly findings: readonly FindingEvent[];
  readonly exchanges: readonly ExchangeEvent[];
}

/** What a test may set of a run. */
type Options = Partial<Omit<RunOptions, 'target' | 'transport' | 'clock'>>;

const DIALECTS: readonly Dialect[] = ['entra-default', 'entra-aadOptscim062020', 'okta-oin', 'okta-aiw', 'rfc'];

/**
 * Plays against any server and gathers the events. Time passes on a clock of its own, unless the server has one.
 *
 * @param server where it is, and the way to it
 * @param options what differs from a run with all clients and all scenarios
 * @param signal aborts the run
 * @param onEvent is shown each event as it comes
 */
export async function playAgainst(
  server: { readonly target: Target; readonly transport: Transport; readonly clock?: Clock },
  options: Options = {},
  signal?: AbortSignal,
  onEvent: (event: RunEvent) => void = () => undefined,
): Promise<Played> {
  const events: RunEvent[] = [];
  const full: RunOptions = {
    target: server.target,
    transport: server.transport,
    clock: server.clock ?? new VirtualClock(),
    dialects: DIALECTS,
    scenarios: scenariosNamed(),
    jobs: 4,
    seed: 11,
    deadlineMs: 3_600_000,
    version: 'test',
    runId: 'test-run',
    domain: 'example.com',
    ...options,
  };
  await run(
    full,
    (event) => {
      events.push(event);
      onEvent(event);
    },
    signal,
  );
  return {
    events,
    findings: events.filter((event) => event.type === 'finding'),
    exchanges: events.filter((event) => event.type === 'exchange'),
  };
}

/** Plays over the network against any URL, as `playAgainst`. */
export async function play(
  url: string,
  options: Options & { readonly timeoutMs?: number } = {},
  signal?: AbortSignal,
  onEvent?: (event: RunEvent) => void,
  clock: Clock = new VirtualClock(SOCKET_TURNS),
): Promise<Played> {
  const { timeoutMs = 60_000, ...rest } = options;
  const target = targetAt(url);
  const transport = createTransport({ target, credential: { scheme: 'Bearer', secret: TOKEN }, timeoutMs, maxBodyBytes: 1 << 20, clock });
  try {
    return await playAgainst({ target, transport, clock }, rest, signal, onEvent);
  } finally {
    await transport.close();
  }
}

/** A target that is given by its URL. */
export function targetAt(url: string): Target {
  const parsed = parseTarget(url);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.target;
}

/** Plays against a sample server in memory and looks into it afterwards. */
export async function playSample(sample: Partial<Omit<SampleOptions, 'clock'>>, options: Options = {}) {
  const clock = new VirtualClock();
  const server = sampleTransport({ token: TOKEN, ...sample, clock });
  const before = server.snapshot();
  const played = await playAgainst({ ...server, clock }, options);
  return { ...played, before, after: server.snapshot(), elapsed: clock.elapsed() };
}

/** `SC2102 entra-default`, sorted: what a test compares. */
export function summary(findings: readonly FindingEvent[]): string[] {
  return [...new Set(findings.map((finding) => `${finding.check} ${finding.dialect}`))].sort();
}

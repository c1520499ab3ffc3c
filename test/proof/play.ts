import type { Dialect } from '../../src/client/client.js';
import { run } from '../../src/engine/run/run.js';
import type { FindingEvent, RunEvent } from '../../src/event/event.js';
import { parseTarget } from '../../src/http/target.js';
import { createTransport } from '../../src/http/transport.js';
import type { Mapping } from '../../src/mapping/mapping.js';
import type { SampleOptions } from '../../src/sample/options.js';
import { startSample } from '../../src/sample/server.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { SCENARIOS } from '../scenario/shipped.js';

const TOKEN = 'proof-0123456789';

export interface Outcome {
  readonly findings: readonly FindingEvent[];
  readonly requests: number;
  readonly aborted: string | undefined;
}

export interface Settings {
  readonly jobs?: number;
  readonly seed?: number;
  readonly scenarios?: readonly Scenario[];
  readonly mapping?: Mapping | undefined;
}

/**
 * Plays scenarios against a sample server of its own.
 *
 * @param sample its defects and variants
 * @param dialects who plays
 * @param settings jobs (default 4), seed (7), scenarios (all), mapping (derived)
 */
export async function playSample(
  sample: Pick<SampleOptions, 'defects' | 'variants'>,
  dialects: readonly Dialect[],
  settings: Settings = {},
): Promise<Outcome> {
  const server = await startSample({ token: TOKEN, ...sample });
  const parsed = parseTarget(server.url);
  if (!parsed.ok) throw new Error('the sample has no usable URL');
  const { target } = parsed;
  const transport = createTransport({ target, credential: { scheme: 'Bearer', secret: TOKEN }, timeoutMs: 1000, maxBodyBytes: 1 << 20 });
  const events: RunEvent[] = [];
  try {
    const options = {
      target,
      transport,
      dialects,
      scenarios: settings.scenarios ?? SCENARIOS,
      jobs: settings.jobs ?? 4,
      seed: settings.seed ?? 7,
      deadlineMs: 90_000,
      version: '0',
      runId: `proof${settings.seed ?? 7}`,
      domain: 'example.com',
      ...(settings.mapping === undefined ? {} : { mapping: settings.mapping }),
    };
    await run(options, (event) => events.push(event));
  } finally {
    await transport.close();
    await server.stop();
  }
  const finished = events.find((event) => event.type === 'run-finished');
  return {
    findings: events.filter((event) => event.type === 'finding'),
    requests: finished?.requests ?? 0,
    aborted: finished?.aborted?.kind,
  };
}

import type { Dialect } from '../../src/client/client.js';
import type { RunOptions } from '../../src/engine/run/options.js';
import { run } from '../../src/engine/run/run.js';
import type { ExchangeEvent, FindingEvent, RunEvent } from '../../src/event/event.js';
import { parseTarget } from '../../src/http/target.js';
import { createTransport } from '../../src/http/transport.js';
import { type ListenOptions, startSample } from '../../src/sample/server.js';
import { scenariosNamed } from '../scenario/shipped.js';

export const TOKEN = 'test-token-7f3a9c';

export interface Played {
  readonly events: readonly RunEvent[];
  readonly findings: readonly FindingEvent[];
  readonly exchanges: readonly ExchangeEvent[];
}

/** Plays against any URL and gathers the events. */
export async function play(
  url: string,
  options: Partial<RunOptions> & { readonly timeoutMs?: number } = {},
  signal?: AbortSignal,
  onEvent: (event: RunEvent) => void = () => undefined,
): Promise<Played> {
  const parsed = parseTarget(url);
  if (!parsed.ok) throw new Error(parsed.message);
  const transport = createTransport({
    target: parsed.target,
    credential: { scheme: 'Bearer', secret: TOKEN },
    timeoutMs: options.timeoutMs ?? 5_000,
    maxBodyBytes: 1024 * 1024,
  });
  const dialects: readonly Dialect[] = ['entra-default', 'entra-aadOptscim062020', 'okta-oin', 'okta-aiw', 'rfc'];
  const events: RunEvent[] = [];
  try {
    const full: RunOptions = {
      target: parsed.target,
      transport,
      dialects,
      scenarios: options.scenarios ?? scenariosNamed(),
      jobs: 4,
      seed: 11,
      deadlineMs: 60_000,
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
  } finally {
    await transport.close();
  }
  return {
    events,
    findings: events.filter((event) => event.type === 'finding'),
    exchanges: events.filter((event) => event.type === 'exchange'),
  };
}

/** Plays against a sample server and looks into it afterwards. */
export async function playSample(sample: Partial<ListenOptions>, options: Partial<RunOptions> = {}) {
  const server = await startSample({ token: TOKEN, ...sample });
  try {
    const before = server.snapshot();
    const played = await play(server.url, options);
    return { ...played, before, after: server.snapshot() };
  } finally {
    await server.stop();
  }
}

/** `SC2102 entra-default`, sorted: what a test compares. */
export function summary(findings: readonly FindingEvent[]): string[] {
  return [...new Set(findings.map((finding) => `${finding.check} ${finding.dialect}`))].sort();
}

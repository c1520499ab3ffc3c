import type { Dialect } from '../../src/client/client.js';
import { runDialect } from '../../src/engine/run/dialect-run.js';
import { run } from '../../src/engine/run/run.js';
import type { SampleRequest } from '../../src/sample/request.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { SCENARIOS } from '../scenario/shipped.js';
import { HeldLog, type Holds } from './held-log.js';
import { TOKEN } from './play.js';
import { idsByName } from './replay.js';

/** A request that a client, or scim-check itself, sends to the correct server. */
export interface Asked {
  readonly request: SampleRequest;
  /** `entra-default users/joiner`; absent: outside any scenario, as discovery and clean-up are. */
  readonly play?: string;
}

/** How a client gets on with the correct server. */
export interface Recording {
  readonly asked: readonly Asked[];
  /** What held in each play. */
  readonly held: ReadonlyMap<string, readonly Holds[]>;
}

const recordings = new Map<Dialect, Promise<Recording>>();

/** The name of a play. */
export const playOf = (dialect: Dialect, scenario: string): string => `${dialect} ${scenario}`;

/**
 * Plays all scenarios against the correct server, once for all tests of a worker.
 *
 * @param dialect who plays
 */
export function recordingOf(dialect: Dialect): Promise<Recording> {
  const recording = recordings.get(dialect) ?? record(dialect);
  recordings.set(dialect, recording);
  return recording;
}

async function record(who: Dialect): Promise<Recording> {
  const requests: SampleRequest[] = [];
  const plays: (string | undefined)[] = [];
  const held = new Map<string, Holds[]>();
  const clock = new VirtualClock();
  const { target, transport } = sampleTransport({ token: TOKEN, clock, newId: idsByName() }, (request) => requests.push(request));
  const options = { target, transport, clock, dialects: [who], scenarios: SCENARIOS, jobs: 1, seed: 7, deadlineMs: 3_600_000 };
  await run(
    { ...options, version: '0', runId: 'proof7', domain: 'example.com' },
    (event) => {
      if (event.type === 'exchange') plays.push(event.scenario === undefined ? undefined : playOf(event.dialect, event.scenario));
    },
    undefined,
    async (dialectRun, dialect) => {
      const log = new HeldLog();
      await runDialect(
        {
          ...dialectRun,
          run: { ...dialectRun.run, log },
          sink: (event) => {
            dialectRun.sink(event);
            if (event.type === 'scenario-started') held.set(playOf(dialect, event.scenario), log.begin());
          },
        },
        dialect,
      );
    },
  );
  const asked = requests.map((request, at) => ({ request, ...(plays[at] === undefined ? {} : { play: plays[at] }) }));
  return { asked, held };
}

import type { Dialect, Family } from '../../src/client/client.js';
import { runDialect } from '../../src/engine/run/dialect-run.js';
import { run } from '../../src/engine/run/run.js';
import type { SampleRequest } from '../../src/sample/request.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';
import { SCENARIOS } from '../scenario/shipped.js';
import { DIALECTS_OF } from './dialects.js';
import { HeldLog, type Holds } from './held-log.js';
import { TOKEN } from './play.js';
import { idsByName } from './replay.js';

/** A request that a client, or scim-check itself, sends to the correct server. */
export interface Asked {
  readonly request: SampleRequest;
  /** `entra-default users/joiner`; absent: outside any scenario, as discovery and clean-up are. */
  readonly play?: string;
}

/** How the clients of a family get on with the correct server. */
export interface Recording {
  readonly asked: readonly Asked[];
  /** What held in each play. */
  readonly held: ReadonlyMap<string, readonly Holds[]>;
}

const recordings = new Map<Family, Promise<Recording>>();

/** The name of a play. */
export const playOf = (dialect: Dialect, scenario: string): string => `${dialect} ${scenario}`;

/**
 * Plays all scenarios against the correct server, once for all tests of a worker.
 *
 * @param family whose dialects play
 */
export function recordingOf(family: Family): Promise<Recording> {
  const recording = recordings.get(family) ?? record(DIALECTS_OF[family]);
  recordings.set(family, recording);
  return recording;
}

async function record(dialects: readonly Dialect[]): Promise<Recording> {
  const requests: SampleRequest[] = [];
  const plays: (string | undefined)[] = [];
  const held = new Map<string, Holds[]>();
  const clock = new VirtualClock();
  const { target, transport } = sampleTransport({ token: TOKEN, clock, newId: idsByName() }, (request) => requests.push(request));
  const options = { target, transport, clock, dialects, scenarios: SCENARIOS, jobs: 1, seed: 7, deadlineMs: 3_600_000 };
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

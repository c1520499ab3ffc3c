import type { Dialect } from '../client/client.js';
import { CLIENTS } from '../client/registry.js';
import { seededRandom } from '../client/values/random.js';
import { WAITS } from '../engine/cleanup/gone-later.js';
import { type DialectRun, ignoredFilter } from '../engine/run/dialect-run.js';
import { sessionOf } from '../engine/scenario/client-session.js';
import { playsUntil } from '../engine/scenario/run-options.js';
import { ScenarioSession } from '../engine/scenario/scenario-session.js';
import { Exploration } from './exploration.js';
import type { ExploreSettings } from './settings.js';

/** Requests that it takes to remove a resource: a look, the deletion, another look. */
const TO_REMOVE = 3;

/** Requests besides: the one that is under way, and the lists at the end. */
const LAST_LOOKS = 4;

/**
 * What plays random histories in place of scenarios. The time is divided among the clients.
 *
 * @param settings how it is made
 */
export function explorer(settings: ExploreSettings): (dialectRun: DialectRun, dialect: Dialect) => Promise<void> {
  return async (dialectRun, dialect) => {
    const { options, run, sink } = dialectRun;
    const started = run.clock.now();
    const { until } = options;
    sink({ type: 'client-started', dialect });
    const others = options.dialects.length - options.dialects.indexOf(dialect);
    const end = until === undefined ? undefined : started + Math.max(0, playsUntil(run.startedAt, until) - started) / others;
    await exploreClient(dialectRun, dialect, settings, end);
    const seconds = Math.round(run.clock.now() - started) / 1000;
    sink({ type: 'client-finished', dialect, requests: run.wire.count(dialect), ownRequests: run.wire.ownCount(dialect), seconds });
  };
}

async function exploreClient(dialectRun: DialectRun, dialect: Dialect, settings: ExploreSettings, end: number | undefined): Promise<void> {
  const { options, run, sink, stopped } = dialectRun;
  const client = CLIENTS[dialect];
  const session = sessionOf(dialectRun);
  const noWrites = ignoredFilter(dialectRun, new ScenarioSession(run, client, session, 0));
  if (noWrites !== undefined) {
    sink({ type: 'notice', level: 'warning', message: noWrites.reason, dialect });
    return;
  }
  const started = run.clock.now();
  const before = run.wire.count();
  // The clean-up is part of the time: the more there is to remove, and the slower the target, the sooner it has to begin.
  const forCleanUp = (now: number): number => {
    const perRequest = (now - started) / Math.max(1, run.wire.count() - before);
    const forLateness = exploration.isLate ? WAITS.reduce((sum, each) => sum + each, 0) : 0;
    return (run.ledger.open().length * TO_REMOVE + LAST_LOOKS) * perRequest + forLateness;
  };
  let over = false;
  const isUp = (): boolean => {
    const now = run.clock.now();
    // Once it is time to clean up, it stays so.
    over ||= end !== undefined && now + forCleanUp(now) >= end;
    return over || stopped();
  };
  const exploration: Exploration = new Exploration({ dialectRun, client, session, settings, isUp });
  await exploration.run(seededRandom([options.seed, dialect, 'explore'].join('|')));
}

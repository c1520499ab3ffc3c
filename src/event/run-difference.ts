import type { Dialect } from '../client/client.js';
import { playedBy, proofsOf } from './coverage.js';
import { causesOf, type Defect, defectsOf } from './defects.js';
import type { PlannedClient, RunEvent } from './event.js';

/** A defect that two runs have found. */
export interface RemainingDefect {
  readonly cause: string;
  readonly defect: Defect;
  /** Dialects that meet it now and did not before, among those that both runs have played. */
  readonly gained: readonly Dialect[];
  /** Dialects that met it before and do not now. */
  readonly lost: readonly Dialect[];
}

/** A defect that one of two runs has found. */
export interface OneRunsDefect {
  readonly cause: string;
  readonly defect: Defect;
}

/** What differs between a run and an earlier one. Defects are the same where their cause is, whatever names, ids and seeds the runs had. */
export interface RunDifference {
  readonly fixed: readonly OneRunsDefect[];
  readonly new: readonly OneRunsDefect[];
  readonly remaining: readonly RemainingDefect[];
  /** Found before, and this run has not played what would show it. */
  readonly notLookedAt: readonly OneRunsDefect[];
  /** What was shown now and not before: `okta-oin: "roles" is proven`. */
  readonly coverageGained: readonly string[];
  readonly coverageLost: readonly string[];
}

/**
 * Compares a run with an earlier one: a pure function of their events.
 *
 * @param now events of the run
 * @param before events of the earlier one
 */
export function differenceOf(now: readonly RunEvent[], before: readonly RunEvent[]): RunDifference {
  const [found, known] = [now, before].map((events) => causesOf(defectsOf(events.filter((event) => event.type === 'finding'))));
  if (found === undefined || known === undefined) throw new Error('two runs have two lists of defects');
  const gone = [...known].flatMap(([cause, defect]) => (found.has(cause) ? [] : [{ cause, defect }]));
  const both = dialectsOf(now).filter((dialect) => dialectsOf(before).includes(dialect));
  const without = (one: Defect, other: Defect): Dialect[] =>
    metBy(one).filter((dialect) => both.includes(dialect) && !metBy(other).includes(dialect));
  return {
    fixed: gone.filter(({ defect }) => wasLookedFor(defect, now)),
    new: [...found].flatMap(([cause, defect]) => (known.has(cause) ? [] : [{ cause, defect }])),
    remaining: [...found].flatMap(([cause, defect]) => {
      const earlier = known.get(cause);
      return earlier === undefined ? [] : [{ cause, defect, gained: without(defect, earlier), lost: without(earlier, defect) }];
    }),
    notLookedAt: gone.filter(({ defect }) => !wasLookedFor(defect, now)),
    coverageGained: shownOnlyBy(now, before),
    coverageLost: shownOnlyBy(before, now),
  };
}

function clientsOf(events: readonly RunEvent[]): readonly PlannedClient[] {
  return events.find((event) => event.type === 'run-started')?.clients ?? [];
}

function dialectsOf(events: readonly RunEvent[]): Dialect[] {
  return clientsOf(events).map(({ dialect }) => dialect);
}

function metBy({ findings }: Defect): Dialect[] {
  return [...new Set(findings.map(({ dialect }) => dialect))];
}

/** Under each dialect that met it, a scenario that showed it was played to its end. */
function wasLookedFor({ findings }: Defect, events: readonly RunEvent[]): boolean {
  return findings.every(({ dialect, scenario, seen }) => {
    const whole = events.flatMap((event) =>
      event.type === 'scenario-finished' && event.dialect === dialect && (event.status === 'passed' || event.status === 'failed')
        ? [event.scenario]
        : [],
    );
    const places = seen?.map((place) => place.scenario) ?? [scenario];
    return places.some((place) => (place === undefined ? whole.length > 0 : whole.includes(place)));
  });
}

/** What one run has shown and the other, of the same dialects, has not. */
function shownOnlyBy(one: readonly RunEvent[], other: readonly RunEvent[]): string[] {
  const others = dialectsOf(other);
  return clientsOf(one).flatMap((client) => {
    const { dialect } = client;
    if (!others.includes(dialect)) return [`${dialect} was played`];
    const there = proofsOf(other, client);
    const proven = [...proofsOf(one, client)].filter(([name, proof]) => proof === 'proven' && there.get(name) !== 'proven');
    const [played, playedThere] = [playedBy(one, client), playedBy(other, client)];
    const scenarios = played > playedThere ? [`${dialect}: ${played} scenarios instead of ${playedThere}`] : [];
    return [...proven.map(([name]) => `${dialect}: "${name}" was proven`), ...scenarios];
  });
}

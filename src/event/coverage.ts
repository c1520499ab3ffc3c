import type { Dialect, Family } from '../client/client.js';
import { CAPABILITY_NAMES, type Capability } from './capability.js';
import type { NotProvisioned, PlannedClient, RunEvent } from './event.js';
import { type Plays, playsOf } from './plays.js';
import type { Proof, ScenarioCounts, Unplayed } from './proof.js';

export type { Proof, ScenarioCounts, Unplayed } from './proof.js';

/** What is known of one capability of one client. */
export interface CapabilityCoverage {
  readonly capability: Capability;
  /** Proven only where each dialect that is to show it has. */
  readonly status: Proof;
  /** Why it was not tested, or is not provisioned. */
  readonly reason?: string;
  /** What to do about what is not provisioned. */
  readonly advice?: string;
  readonly dialects: Readonly<Partial<Record<Dialect, Proof>>>;
}

/** How much of a client was played, and what that has shown. */
export interface Coverage {
  readonly scenarios: ScenarioCounts;
  readonly unplayed: readonly Unplayed[];
  /** What the client needs, with what is known of it. */
  readonly capabilities: readonly CapabilityCoverage[];
  /** Scenarios that were cut short by something that is no finding: throttling, a lost connection, the end of the run. */
  readonly cut: readonly Unplayed[];
}

/**
 * How much of a client was played: a pure function of the events.
 *
 * @param events all events of a run, in order; exchanges may be missing
 * @param family the client
 */
export function coverageOf(events: readonly RunEvent[], family: Family): Coverage {
  const clients = events.flatMap((event) => (event.type === 'run-started' ? event.clients : [])).filter((each) => each.family === family);
  const plays = clients.map((client) => playsOf(events, client));
  const count = (status: keyof Plays['counts']): number => plays.reduce((sum, each) => sum + each.counts[status], 0);
  return {
    scenarios: {
      planned: count('planned'),
      passed: count('passed'),
      failed: count('failed'),
      blocked: count('blocked'),
      skipped: count('skipped'),
      unfinished: count('unfinished'),
    },
    unplayed: grouped(plays.flatMap((each) => each.unplayed)),
    capabilities: capabilitiesOf(
      clients,
      plays,
      events.filter(isDenial).filter(({ dialect }) => clients.some((each) => each.dialect === dialect)),
    ),
    cut: grouped(plays.flatMap((each) => each.cut)),
  };
}

/**
 * What a dialect needs to be able to do, and what was shown of each.
 *
 * @param events all events of a run, in order; exchanges may be missing
 * @param client the dialect
 */
export function proofsOf(events: readonly RunEvent[], { dialect, family }: PlannedClient): ReadonlyMap<Capability, Proof> {
  return new Map(
    coverageOf(events, family).capabilities.flatMap(({ capability, status, dialects }): [Capability, Proof][] => {
      const proof = dialects[dialect];
      return proof === undefined ? [] : [[capability, status === 'not-provisioned' ? status : proof]];
    }),
  );
}

/**
 * How many scenarios a dialect has played to their end, blocked ones among them: what stops them is told otherwise.
 *
 * @param events all events of a run, in order; exchanges may be missing
 * @param client the dialect, as the run was to play it
 */
export function playedBy(events: readonly RunEvent[], client: PlannedClient): number {
  const { passed, failed, blocked } = playsOf(events, client).counts;
  return passed + failed + blocked;
}

function isDenial(event: RunEvent): event is NotProvisioned {
  return event.type === 'not-provisioned';
}

/** What a client cannot show where groups are denied; Okta deletes groups only. */
const OF_GROUPS: ReadonlySet<Capability> = new Set(['groups', 'members', 'rename-group', 'delete']);

function capabilitiesOf(
  clients: readonly PlannedClient[],
  plays: readonly Plays[],
  denials: readonly NotProvisioned[],
): CapabilityCoverage[] {
  const needed = new Set([...clients.flatMap(({ needs = [] }) => needs), ...denials.flatMap(({ capabilities }) => capabilities)]);
  return CAPABILITY_NAMES.filter((capability) => needed.has(capability)).map((capability) => {
    const shown = clients.flatMap(({ dialect, needs = [] }, index): [Dialect, Proof][] =>
      needs.includes(capability) ? [[dialect, plays[index]?.proof(capability) ?? 'not-tested']] : [],
    );
    const proofs = shown.map(([, proof]) => proof);
    const status = proofs.includes('disproven') ? 'disproven' : proofs.includes('not-tested') ? 'not-tested' : 'proven';
    const dialects = Object.fromEntries(shown);
    const denial = denials.find(({ capabilities }) => capabilities.includes(capability));
    // What was played all the same counts for more than what was said beforehand.
    if (denial !== undefined && !proofs.includes('proven') && status !== 'disproven')
      return { capability, status: 'not-provisioned', reason: denial.reason, advice: denial.advice, dialects };
    if (status !== 'not-tested') return { capability, status, dialects };
    const reasons = clients.flatMap(({ dialect }, index) =>
      dialects[dialect] === 'not-tested' ? (plays[index]?.whyNot(capability) ?? []) : [],
    );
    const denied = OF_GROUPS.has(capability) ? denials[0]?.reason : undefined;
    return { capability, status, reason: reasons[0] ?? denied ?? 'no scenario that was played shows it', dialects };
  });
}

/** The same words about several scenarios are said once. */
function grouped(unplayed: readonly Unplayed[]): Unplayed[] {
  const groups = new Map<string, Unplayed>();
  for (const each of unplayed) {
    const key = `${each.status} ${each.reason}`;
    const known = groups.get(key);
    groups.set(key, known === undefined ? each : { ...known, scenarios: [...new Set([...known.scenarios, ...each.scenarios])] });
  }
  return [...groups.values()];
}

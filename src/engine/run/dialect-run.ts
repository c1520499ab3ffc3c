import { defined } from '../../base/defined.js';
import { inParallel } from '../../base/in-parallel.js';
import type { Dialect } from '../../client/client.js';
import { CLIENTS } from '../../client/registry.js';
import type { RunEvent, Sink } from '../../event/event.js';
import { isAboutEveryone } from '../../scenario/everyone.js';
import type { Scenario } from '../../scenario/scenario.js';
import { withoutGroups } from '../mapping/effective-mapping.js';
import { deniedFeatures } from '../mapping/features.js';
import type { Preflight } from '../preflight/preflight.js';
import { probeTarget } from '../preflight/probe.js';
import { sessionOf } from '../scenario/client-session.js';
import type { RunContext } from '../scenario/run-context.js';
import type { RunOptions } from '../scenario/run-options.js';
import { runScenario, type ScenarioRules } from '../scenario/scenario-runner.js';
import { ScenarioSession } from '../scenario/scenario-session.js';
import type { NoWrites } from '../scenario/step-handler.js';
import { adapted } from '../selection/adapted.js';
import { isExclusive, NO_GROUPS, type Skip, skipReason } from '../selection/selection.js';
import { bystanderScenario } from './bystanders.js';
import { gatherEveryone } from './gather.js';
import { deniedGroups, groupsNotProvisioned } from './group-support.js';
import { readAllAgain } from './last-look.js';
import { earlierClients } from './run-started.js';

/** What running one client needs. */
export interface DialectRun {
  readonly options: RunOptions;
  readonly sink: Sink;
  readonly run: RunContext;
  readonly found: Preflight;
  readonly randomGuid: string;
  readonly stopped: () => boolean;
  readonly credentialTest: ScenarioRules['credentialTest'];
}

/** A scenario with its place in the plan. */
interface Planned {
  readonly scenario: Scenario;
  readonly order: number;
}

/** One client: the bystanders, the scenarios side by side, those that must be alone one by one, the last look. */
export async function runDialect(dialectRun: DialectRun, dialect: Dialect): Promise<void> {
  const { options, sink, run, stopped } = dialectRun;
  const started = run.clock.now();
  const before = new Set(run.resources.all().map((owned) => owned.id));
  sink({ type: 'client-started', dialect });
  const first = sessionsOf(dialectRun, dialect);
  const noWrites =
    ignoredFilter(dialectRun, first(0)) ?? refusedFilters(dialectRun, first(0)) ?? (await refusedHeaders(dialectRun, first(0), dialect));
  const rules: ScenarioRules = {
    identity: options,
    sink,
    credentialTest: dialectRun.credentialTest,
    stopped,
    ...defined({ noWrites }),
  };
  // Who plays nothing writes nothing: there is no write that could have been meant for somebody else.
  const isPlayed = noWrites === undefined && plannedFor(dialectRun, dialect).length > 0;
  const denied = isPlayed ? await playBystanders(dialectRun, first(1), rules) : undefined;
  const offered = denied === undefined ? dialectRun : { ...dialectRun, run: { ...run, mapping: withoutGroups(run.mapping) } };
  const session = denied === undefined ? first : sessionsOf(offered, dialect);
  const planned = chosen(offered, dialect, denied);
  const isWhole = options.mapping !== undefined && options.mapping.extends === undefined;
  // A mapping file without groups is the app's own choice, and says nothing of the target.
  if (denied !== undefined || (run.mapping.groups === undefined && !isWhole))
    sink(groupsNotProvisioned(session(0).client, denied, isWhole, plannedFor(dialectRun, dialect).length - planned.length));
  const one = ({ scenario, order }: Planned): Promise<void> => runScenario(scenario, session(order), rules);
  const last = planned.filter(({ scenario }) => isAboutEveryone(scenario));
  const exclusive = planned.filter(({ scenario }) => isExclusive(scenario) && !isAboutEveryone(scenario));
  // Whoever lists everything comes first: the fewer resources there are, the fewer pages.
  await inParallel(exclusive, 1, one, stopped);
  await inParallel(
    planned.filter((each) => !exclusive.includes(each) && !last.includes(each)),
    options.jobs,
    one,
    stopped,
  );
  const created = run.resources.all().filter((owned) => !before.has(owned.id));
  // What is seen only now is told where nothing else shows it.
  const unseen = await readAllAgain(session(options.scenarios.length + 2), created, options.jobs, stopped);
  if (unseen.length > 0 && !stopped()) {
    const what = `${unseen.length} of the ${created.length} resources that the client created could not be read again at its end`;
    const message = `${what}: whether a write that was meant for others has changed them is not known (${unseen[0]}).`;
    sink({ type: 'notice', level: 'warning', message, dialect });
  }
  // The last look has shown who is still there.
  const few = last.length === 0 || noWrites !== undefined || stopped() ? undefined : await gatherEveryone(session(0), options, stopped);
  if (few === undefined) await inParallel(last, 1, one, stopped);
  else
    for (const { scenario } of last) {
      // It was planned: whoever counts must see that the end of the run has not cut it off.
      const { id, title, source, steps } = scenario;
      sink({ type: 'scenario-started', dialect, scenario: id, title, source, steps: steps.length });
      sink(skipped(dialect, scenario, few));
    }
  const seconds = Math.round(run.clock.now() - started) / 1000;
  sink({ type: 'client-finished', dialect, requests: run.wire.count(dialect), ownRequests: run.wire.ownCount(dialect), seconds });
}

/** A session for each place in the plan. */
function sessionsOf(dialectRun: DialectRun, dialect: Dialect): (order: number) => ScenarioSession {
  const data = sessionOf(dialectRun);
  return (order) => new ScenarioSession(dialectRun.run, CLIENTS[dialect], data, order);
}

/** Makes the bystanders; returns why the client provisions no groups, where the target denies them. */
async function playBystanders({ sink, run }: DialectRun, session: ScenarioSession, rules: ScenarioRules): Promise<string | undefined> {
  const hasGroups = run.mapping.groups !== undefined;
  // Their exchanges are told like any other, but they are no scenario of the user's.
  const exchangesOnly: Sink = (event) => (event.type === 'exchange' ? sink(event) : undefined);
  await runScenario(bystanderScenario(hasGroups), session, { ...rules, sink: exchangesOnly });
  return hasGroups ? await deniedGroups(session) : undefined;
}

/** The scenarios of a run for a client, each with the reason why it is not played. */
function sorted({ options, run }: DialectRun, dialect: Dialect): (Planned & { readonly skip: Skip | undefined })[] {
  const earlier = earlierClients(options, dialect);
  return options.scenarios
    .map((scenario) => adapted(scenario, run.mapping, run.facts.schemas, CLIENTS[dialect].family))
    .map((scenario, index) => ({
      scenario,
      order: index + 2,
      skip: skipReason(scenario, CLIENTS[dialect], run.mapping, earlier, run.facts),
    }));
}

function plannedFor(dialectRun: DialectRun, dialect: Dialect): Planned[] {
  return sorted(dialectRun, dialect).filter(({ skip }) => skip === undefined);
}

/** The scenarios that the client plays; why it does not play the others is told. */
function chosen(dialectRun: DialectRun, dialect: Dialect, noGroups: string | undefined): Planned[] {
  const { sink } = dialectRun;
  const all = sorted(dialectRun, dialect).map((each) => ({ ...each, skip: because(noGroups, each.skip) }));
  const fit = all.filter(({ skip }) => skip === undefined);
  for (const { scenario, skip } of all) {
    // What is another client's business is told only where it is all that there is to tell.
    if (skip === undefined || (skip.foreign && fit.length > 0)) continue;
    sink(skipped(dialect, scenario, skip.reason));
  }
  return fit;
}

function skipped(dialect: Dialect, { id, title, source }: Scenario, reason: string): RunEvent {
  return { type: 'scenario-finished', dialect, scenario: id, title, source, status: 'skipped', reason };
}

/** A mapping that has lost its groups to the target says so. */
function because(noGroups: string | undefined, skip: Skip | undefined): Skip | undefined {
  return noGroups !== undefined && skip?.reason.includes(NO_GROUPS) === true ? { ...skip, reason: noGroups } : skip;
}

/** A target that answers a filter for nobody with somebody must not be written to. */
export function ignoredFilter({ found }: DialectRun, session: ScenarioSession): NoWrites | undefined {
  const { ignoresFilters } = found;
  if (ignoresFilters === undefined) return undefined;
  const { log } = session.step({});
  log.report(
    ['SC1302'],
    { expected: 'no resource for a random userName', received: `${ignoresFilters.found} resources`, subject: 'username' },
    ignoresFilters.exchange,
  );
  return { reason: 'a filter for a random value returned resources: nothing is written to this target', causes: log.symptoms };
}

/** Entra and Okta look everybody up by a filter before they create anybody; a client of the standard does without. */
function refusedFilters({ found, run }: DialectRun, session: ScenarioSession): NoWrites | undefined {
  const { filtersRefused } = found;
  if (filtersRefused === undefined || deniedFeatures(session.client.family, run.facts.config, ['filter']).length > 0) return undefined;
  const { log } = session.step({});
  const { received, exchange } = filtersRefused;
  log.report(['SC1318'], { expected: '200 to the filter userName eq', received, subject: 'filter' }, exchange);
  return { reason: 'the target refuses the filter by which this client looks people up', causes: log.symptoms, all: true };
}

/** A target that does not serve a client's headers cannot be judged further under this client. */
async function refusedHeaders(dialectRun: DialectRun, session: ScenarioSession, dialect: Dialect): Promise<NoWrites | undefined> {
  const { options, found, run, randomGuid } = dialectRun;
  const first = dialect === options.dialects[0];
  const refused = first ? found.refused : (await probeTarget(run.wire, dialect, randomGuid)).refused;
  if (refused === undefined) return undefined;
  const { log } = session.step({});
  log.report(['SC1004'], { expected: '200, as with other headers', received: String(refused.status) }, refused.exchange);
  return { reason: `the target refuses the headers of this client (${refused.status})`, causes: log.symptoms, all: true };
}

import type { Dialect, Family, Session } from '../../client/client.js';
import { CLIENTS } from '../../client/registry.js';
import { Patience } from '../compare/patience.js';
import { sessionOf } from '../scenario/client-session.js';
import { askedOnce } from '../scenario/credential-test.js';
import type { RunContext } from '../scenario/run-context.js';
import type { RunOptions } from '../scenario/run-options.js';
import { runScenario, type ScenarioRules } from '../scenario/scenario-runner.js';
import { ScenarioSession } from '../scenario/scenario-session.js';
import type { OwnedResource } from '../state/owned-resource.js';
import { aside } from './aside.js';
import type { Preflight } from './preflight.js';
import { groupAlone, hasGroups, keptOf, type TrialResource, trialScenario, unadvertisedFor } from './unadvertised.js';

/** What a trial needs before anything is planned. */
export interface TrialSetup {
  readonly options: RunOptions;
  readonly found: Preflight;
  readonly shared: Omit<RunContext, 'mapping'>;
  readonly randomGuid: string;
  readonly stopped: () => boolean;
}

/**
 * What a target keeps although its /Schemas does not advertise it. Entra and Okta read no /Schemas and send it: what is kept has
 * to work, and what is neither advertised nor kept is no part of the app. Where nothing is left out, nothing is sent.
 *
 * @param setup the run so far
 * @param families the clients of the run
 * @returns names of rows, by the client that sends them
 */
export async function keptUnadvertised(setup: TrialSetup, families: readonly Family[]): Promise<ReadonlyMap<Family, ReadonlySet<string>>> {
  const kept = new Map<Family, ReadonlySet<string>>();
  const { options, found } = setup;
  const { schemas } = found;
  const isUnsafe = [found.unusable, found.throttled, found.ignoresFilters, found.refused].some((each) => each !== undefined);
  if ((options.mapping !== undefined && options.mapping.extends === undefined) || schemas === undefined || isUnsafe) return kept;
  for (const family of families) {
    const dialect = options.dialects.find((each) => CLIENTS[each].family === family);
    if (dialect !== undefined && !setup.stopped()) kept.set(family, await tried(setup, dialect));
  }
  return kept;
}

/** Creates a person with all that one client sends. What goes wrong there is told where the app's own attributes are played. */
async function tried({ options, found, shared, randomGuid, stopped }: TrialSetup, dialect: Dialect): Promise<ReadonlySet<string>> {
  const client = CLIENTS[dialect];
  const unadvertised = unadvertisedFor(client.family, found.schemas ?? [], found.listsNoGroups);
  if (unadvertised === undefined) return new Set();
  const run: RunContext = { ...aside(shared, new Patience(shared.clock)), mapping: unadvertised.mapping };
  const session: Session = sessionOf({ options, run, randomGuid });
  const before = new Set(run.resources.all());
  const play = new ScenarioSession(run, client, session, 0);
  const rules: ScenarioRules = { identity: options, sink: () => undefined, credentialTest: askedOnce(), stopped };
  const made = (): OwnedResource[] => run.resources.all().filter((each) => !before.has(each) && each.proven);
  await runScenario(trialScenario(unadvertised), play, rules);
  if (hasGroups(unadvertised.rows) && !made().some(({ type }) => type === 'Group')) await runScenario(groupAlone(), play, rules);
  const shown: TrialResource[] = [];
  for (const owned of made()) {
    if (stopped()) break;
    const resource = await play.step({}).readBack.unjudged(owned);
    if (resource !== undefined) shown.push({ type: owned.type, resource });
  }
  return keptOf(unadvertised, shown);
}

import { timeOf } from '../../base/clock.js';
import { defined } from '../../base/defined.js';
import type { TargetFacts } from '../../check/context.js';
import type { Client, Dialect } from '../../client/client.js';
import { CLIENTS } from '../../client/registry.js';
import type { PlannedClient, RunStarted } from '../../event/event.js';
import { DEFAULT_MAPPING } from '../../mapping/default.js';
import type { Mapping } from '../../mapping/mapping.js';
import { needsOf, ownNeeds } from '../capability/needs.js';
import { isImmutable } from '../compare/immutable-attributes.js';
import { isHidden } from '../compare/visibility.js';
import { type Mappings, mappingOf } from '../mapping/effective-mapping.js';
import { neverSent } from '../mapping/expressions.js';
import { deniedFeatures } from '../mapping/features.js';
import type { RunOptions } from '../scenario/run-options.js';
import { adapted } from '../selection/adapted.js';
import { skipReason } from '../selection/selection.js';
import { compilePath } from '../state/compiled-path.js';

/**
 * The first event of a run: what is to be played, and what each client must be able to do.
 *
 * @param options what to play
 * @param mappings what each client exchanges
 * @param facts what is known of the target
 */
export function runStarted(options: RunOptions, mappings: Mappings, facts: TargetFacts): RunStarted {
  const mapping = options.mapping ?? DEFAULT_MAPPING;
  const person = {
    seed: options.seed,
    dialect: 'entra-default',
    family: 'entra',
    scenario: 'mapping',
    key: 'person',
    domain: options.domain,
  } as const;
  const unsent = neverSent(mapping, person);
  const ownFiles = [...new Set(options.scenarios.flatMap(({ own, source }) => (own === true ? [source.file] : [])))];
  return {
    type: 'run-started',
    format: 1,
    version: options.version,
    runId: options.runId,
    time: timeOf(options.clock),
    target: options.target.display,
    mapping: { name: mapping.name, app: mapping.app, source: mapping.source, ...(unsent.length === 0 ? {} : { unsent }) },
    seed: options.seed,
    ...defined({ selected: options.selected, command: options.command, setup: options.setup }),
    ...(ownFiles.length === 0 ? {} : { ownFiles }),
    clients: options.dialects.map((dialect) => plannedClient(options, dialect, mappingOf(mappings, CLIENTS[dialect].family), facts)),
  };
}

function plannedClient(options: RunOptions, dialect: Dialect, mapping: Mapping, facts: TargetFacts): PlannedClient {
  const client = CLIENTS[dialect];
  const earlier = earlierClients(options, dialect);
  const scenarios = options.scenarios.map((scenario) => adapted(scenario, mapping, facts.schemas, client.family));
  const planned = scenarios.filter((scenario) => skipReason(scenario, client, mapping, earlier, facts) === undefined);
  // Without the clients before it, the dialect would play these as well.
  const spokenFor = scenarios.filter(
    (scenario) => !planned.includes(scenario) && skipReason(scenario, client, mapping, [], facts) === undefined,
  );
  const denied = (feature: string): boolean => deniedFeatures(client.family, facts.config, [feature]).length > 0;
  const needs = needsOf(client, mapping, {
    filter: denied('filter'),
    patch: denied('patch'),
    immutable: (type, path) => isImmutable({ facts }, type, path),
    hidden: (type, path) => client.family === 'rfc' && isHidden(compilePath(facts.schemas, type, path)),
  });
  const { family, title } = client;
  return {
    dialect,
    family,
    title,
    scenarios: planned.length,
    needs: planned.length === 0 ? [] : ownNeeds(needs, planned, spokenFor, mapping),
  };
}

/**
 * The clients that a run plays before a dialect.
 *
 * @param options the run
 * @param dialect one of its dialects
 */
export function earlierClients(options: RunOptions, dialect: Dialect): Client[] {
  return options.dialects.slice(0, options.dialects.indexOf(dialect)).map((each) => CLIENTS[each]);
}

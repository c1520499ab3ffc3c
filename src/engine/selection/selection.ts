import type { TargetFacts } from '../../check/context.js';
import type { Client } from '../../client/client.js';
import { VARIANTS, type Variant, type VariantInfo } from '../../client/variant.js';
import { misfits } from '../../mapping/fit.js';
import type { Mapping } from '../../mapping/mapping.js';
import type { ObjectSpec } from '../../scenario/intent.js';
import { BESIDES } from '../../scenario/needs.js';
import { nestsGroups } from '../../scenario/nested-groups.js';
import type { Scenario } from '../../scenario/scenario.js';
import { createdObjects, resourceTypeOf, stepType } from '../../scenario/steps/registry.js';
import type { ResourceType } from '../../scim/message.js';
import { type SchemaSet, STANDARD_SCHEMAS } from '../../scim/schema-set.js';
import { deniedFeatures, isEndpointNeed, isFeature, missingEndpoints } from '../mapping/features.js';
import { offers, rowOf, targetPath } from '../mapping/mapped-rows.js';
import { requiredRows } from '../scenario/attribute-sweep.js';

/** What says whether a member is a user or a group (RFC 7643 §4.2). */
const MEMBER_TYPE = { attribute: 'members', sub: 'type' } as const;

/** Why scenarios with groups are not played where the mapping has none. */
export const NO_GROUPS = 'the mapping has no groups';

/** Why a client does not play a scenario. */
export interface Skip {
  readonly reason: string;
  /** The scenario is another client's business: nobody misses it here. */
  readonly foreign: boolean;
}

/**
 * Why a client does not play a scenario.
 *
 * @param scenario the scenario
 * @param client who would play it
 * @param mapping what the app exchanges
 * @param earlier the clients of the run that come before it: where dialects do not differ, the first one speaks for its family
 * @param facts what is known of the target: its ServiceProviderConfig and its schemas
 * @returns undefined when it is played
 */
export function skipReason(
  scenario: Scenario,
  client: Client,
  mapping: Mapping,
  earlier: readonly Client[] = [],
  facts: TargetFacts = { schemas: STANDARD_SCHEMAS },
): Skip | undefined {
  const unfit = unfitness(scenario, client, mapping, facts);
  if (unfit !== undefined || scenario.once?.includes(client.family) !== true) return unfit;
  const same = earlier.find((other) => other.family === client.family && unfitness(scenario, other, mapping, facts) === undefined);
  return same === undefined ? undefined : { reason: `${same.title} plays it, in the same words`, foreign: true };
}

function unfitness(
  scenario: Scenario,
  client: Client,
  mapping: Mapping,
  { config, advertised, entitlementEndpoints = [] }: TargetFacts,
): Skip | undefined {
  const named = scenario.clients;
  if (named !== undefined && !named.includes(client.family) && !named.includes(client.dialect)) {
    return { reason: `it is for ${named.join(', ')}`, foreign: true };
  }
  if (client.family !== 'rfc' && mapping.clients !== undefined && !mapping.clients.includes(client.family)) {
    return missed(`${mapping.app} documents no provisioning by ${client.family === 'entra' ? 'Entra' : 'Okta'}`);
  }
  if (nestsGroups(scenario)) {
    if (client.noNestedGroups !== undefined) return { reason: client.noNestedGroups, foreign: true };
    const kinds = advertised?.find(MEMBER_TYPE, 'Group')?.canonicalValues ?? [];
    if (kinds.length > 0 && !kinds.includes('Group')) return missed(`the target's /Schemas has no groups among the members of a group`);
  }
  const denied = deniedFeatures(client.family, config, scenario.needs);
  if (denied.length > 0) return missed(`ServiceProviderConfig does not promise ${denied.join(', ')}`);
  // Nobody misses what the target does not say it has.
  const absent = missingEndpoints(entitlementEndpoints, scenario.needs);
  if (absent.length > 0) return { reason: `/ResourceTypes does not advertise ${absent.join(', ')} with a schema of Okta's`, foreign: true };
  const others = scenario.needs.filter((need) => !isFeature(need) && !isEndpointNeed(need));
  const missing = others.filter((need) => !offers(mapping, need, createdTypes(scenario)));
  if (missing.includes(BESIDES)) return { reason: '/Schemas advertises nothing that the mapping does not have', foreign: true };
  if (missing.length > 0) return missed(missing.includes('groups') ? NO_GROUPS : `the mapping has no ${missing.join(', no ')}`);
  const unchosen = scenario.steps.flatMap(({ as }) => mappedFor(as)).find((path) => rowOf(mapping, 'User', path)?.offered === true);
  if (unchosen !== undefined) return { reason: `nobody has mapped ${unchosen}: the target only offers it`, foreign: true };
  const created = createdObjects(scenario);
  const barred = advertised === undefined ? undefined : barredElement(created, advertised);
  if (barred !== undefined) return missed(`the target's /Schemas does not allow it: ${barred}`);
  const creations = scenario.steps.filter(({ intent }) => (stepType(intent).creates?.(intent) ?? []).length > 0);
  const onlyRequired = creations.length > 0 && creations.every(({ intent }) => stepType(intent).createsRequiredOnly?.(intent) === true);
  if (onlyRequired && created.every(({ type }) => requiredRows(mapping, type, client.family).length === 0))
    return missed('nothing is marked as required but what every client sends; a mapping file can mark more (required: true)');
  const groups = scenario.steps.some(({ intent }) => resourceTypeOf(intent) === 'Group');
  if (groups && !offers(mapping, 'groups')) return missed(NO_GROUPS);
  return undefined;
}

/** The attributes that somebody must have mapped for a variant. */
function mappedFor(as: Variant | undefined): readonly string[] {
  const info: VariantInfo | undefined = as === undefined ? undefined : VARIANTS[as];
  return info?.mapped === undefined ? [] : [info.mapped];
}

/** Why a person cannot have an element that a scenario gives them: its type is none of the canonical values (RFC 7643 §7). */
function barredElement(created: readonly ObjectSpec[], { schemas }: SchemaSet): string | undefined {
  const rows = created.flatMap(({ type, with: given }) =>
    Object.keys(given).map((name) => [{ name: targetPath(name), type: 'String', filterable: false, required: false }, type] as const),
  );
  return rows.flatMap(([row, type]) => misfits(row, type, schemas)).find(({ kind }) => kind === 'canonical-value')?.reason;
}

function missed(reason: string): Skip {
  return { reason, foreign: false };
}

/** The resource types that a scenario creates; one that creates none by itself may be about any. */
function createdTypes(scenario: Scenario): ResourceType[] {
  const types = createdObjects(scenario).map(({ type }) => type);
  return types.length === 0 ? ['User', 'Group'] : [...new Set(types)];
}

/** Whether the scenario makes sense only while nobody else creates and deletes. */
export function isExclusive(scenario: Scenario): boolean {
  return scenario.steps.some(({ intent }) => stepType(intent).exclusive === true);
}

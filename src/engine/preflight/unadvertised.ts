import type { Family } from '../../client/client.js';
import { defaultMappingOf } from '../../mapping/default.js';
import { type Dropped, intersectWithSchemas } from '../../mapping/intersect.js';
import type { MappedAttribute, Mapping } from '../../mapping/mapping.js';
import type { Intent } from '../../scenario/intent.js';
import { BUILT_IN, type Scenario, type Step } from '../../scenario/scenario.js';
import type { SchemaDefinition } from '../../scim/attribute.js';
import type { JsonObject } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import { parsePath } from '../../scim/path.js';
import { valueAt } from '../../scim/resource.js';
import { GROUP_URN } from '../../scim/urn.js';
import { withoutGroups } from '../mapping/effective-mapping.js';

/** What a client sends by default and a target does not advertise. */
export interface Unadvertised {
  readonly family: Family;
  /** The client's default without what the target rules out. */
  readonly mapping: Mapping;
  readonly rows: readonly Dropped[];
}

/**
 * What a client that reads no /Schemas sends although the target does not advertise it. A client of the standard reads it.
 *
 * @param family the client
 * @param schemas what the target advertises
 * @param listsNoGroups the target's /ResourceTypes lists users and no groups: they are not tried
 * @returns undefined when there is nothing of the kind
 */
export function unadvertisedFor(family: Family, schemas: readonly SchemaDefinition[], listsNoGroups = false): Unadvertised | undefined {
  if (family === 'rfc') return undefined;
  const mapping = listsNoGroups ? withoutGroups(defaultMappingOf(family)) : defaultMappingOf(family);
  const { dropped } = intersectWithSchemas(mapping, schemas);
  const rows = dropped.filter((row) => row.unadvertised);
  if (rows.length === 0) return undefined;
  const ruledOut = new Set(dropped.filter((row) => !row.unadvertised).map(({ name }) => name));
  const tried = (all: readonly MappedAttribute[], prefix = ''): MappedAttribute[] => all.filter(({ name }) => !ruledOut.has(prefix + name));
  return {
    family,
    mapping: {
      ...mapping,
      users: tried(mapping.users),
      ...(mapping.groups === undefined ? {} : { groups: tried(mapping.groups, 'Group ') }),
    },
    rows,
  };
}

/** Whether the target does not advertise what the client needs of groups. */
export function hasGroups(rows: readonly Dropped[]): boolean {
  return rows.some(({ type }) => type === 'Group');
}

/** A person with all that the client sends; and a group, where the target does not advertise what it needs of groups. */
export function trialScenario({ rows }: Unadvertised): Scenario {
  const step = (type: ResourceType, key: string, members: readonly string[]): Step => ({
    intent: { kind: 'create', object: { type, key, with: {}, without: [], members } },
    expect: {},
    source: BUILT_IN,
  });
  const steps = [step('User', 'trial', []), ...(hasGroups(rows) ? [step('Group', 'trials', ['trial'])] : [])];
  return trialOf(steps);
}

/** A group that is created without being looked up first: a look-up that fails does not say that there are no groups. */
export function groupAlone(): Scenario {
  const intent: Intent = {
    kind: 'request',
    method: 'POST',
    target: '/Groups',
    headers: [],
    body: { schemas: [GROUP_URN], displayName: 'Trials ${random.uuid}' },
    capture: {},
    optional: [],
    ignoringCase: [],
  };
  return { ...trialOf([{ intent, expect: {}, source: BUILT_IN }]), id: 'unadvertised-group' };
}

function trialOf(steps: readonly Step[]): Scenario {
  return { id: 'unadvertised', title: 'What is not advertised may be kept all the same', needs: [], steps, source: BUILT_IN };
}

/** What a trial has created, as the target shows it. */
export interface TrialResource {
  readonly type: ResourceType;
  readonly resource: JsonObject;
}

/**
 * The rows whose values a target has kept although it does not advertise them. A row for which the person has no value goes with
 * others of its attribute, or of its extension.
 *
 * @param tried what was tried
 * @param shown what the trial has created, as the target shows it
 */
export function keptOf({ rows }: Unadvertised, shown: readonly TrialResource[]): ReadonlySet<string> {
  const has = ({ name, type }: Dropped): boolean =>
    shown.some((each) => each.type === type && (valueAt(each.resource, pathOf(name)) ?? null) !== null);
  const holders = new Set(rows.filter(has).flatMap((row) => holdersOf(row)));
  return new Set(rows.filter((row) => has(row) || holdersOf(row).some((holder) => holders.has(holder))).map(({ name }) => name));
}

function pathOf(name: string): string {
  return name.replace(/^Group /, '');
}

/** The extension of a row, or its multi-valued attribute. */
function holdersOf({ name, type }: Dropped): string[] {
  const parsed = parsePath(pathOf(name));
  if (!parsed.ok) return [];
  const { urn, attribute, filter } = parsed.value;
  if (urn !== undefined) return [`${type} ${urn.toLowerCase()}`];
  return filter === undefined || attribute === undefined ? [] : [`${type} ${attribute.toLowerCase()}`];
}

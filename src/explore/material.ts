import { defined } from '../base/defined.js';
import { advertises } from '../check/resources.js';
import type { Client, DirectoryObject, DirectoryValue, Family } from '../client/client.js';
import { matchingAttribute } from '../client/conversation-helpers.js';
import { besideValue, otherBesideValue } from '../client/values/beside.js';
import { NEW_COMPANY, NEW_JOB } from '../client/values/job.js';
import type { Identity } from '../client/values/person.js';
import type { PersonaName } from '../client/values/persona.js';
import type { Variant } from '../client/variant.js';
import { deniedFeatures } from '../engine/mapping/features.js';
import { isMapped, mappedRows, offers } from '../engine/mapping/mapped-rows.js';
import { changedValues, clearablePaths } from '../engine/scenario/attribute-sweep.js';
import { buildDirectoryObject, managerPathOf } from '../engine/scenario/directory.js';
import type { RunContext, RunIdentity } from '../engine/scenario/run-context.js';
import { compilePath } from '../engine/state/compiled-path.js';
import type { Json } from '../scim/json.js';
import type { ResourceType } from '../scim/message.js';
import type { SchemaSet } from '../scim/schema-set.js';
import { LISTS } from './request-effect.js';
import { GROUP_NAMES, personasOf, type Shaped, shapesFor, USER_NAMES } from './shapes.js';

/** An attribute of users that a client changes. */
export interface Attribute {
  readonly path: string;
  /** Another value with nothing awkward about it. */
  readonly plain: Json;
  readonly shapes: readonly Shaped[];
}

/** An attribute that the target advertises and the mapping does not have, with a value of its type, and another one where there is one. */
export interface Advertised {
  readonly path: string;
  readonly value: Json;
  readonly other?: Json;
}

/** What histories are made of for one client and one target. */
export interface Material {
  readonly attributes: readonly Attribute[];
  /** What a client of the standard finds in /Schemas besides. */
  readonly advertised: Readonly<Record<ResourceType, readonly Advertised[]>>;
  /** Target paths whose value an app can do without. */
  readonly clearable: readonly string[];
  readonly personas: readonly PersonaName[];
  readonly userNames: readonly Shaped[];
  readonly groupNames: readonly Shaped[];
  readonly groups: boolean;
  readonly managers: boolean;
  readonly updates: boolean;
  readonly active: boolean;
  readonly looksUp: boolean;
  readonly removes: Readonly<Record<'User' | 'Group', boolean>>;
  /** Whether people have a user name of their own. */
  readonly named: boolean;
  /** Whether the client looks people up by further attributes. */
  readonly matchesAll: boolean;
  /** Whether a name is read before it changes in the case of letters: Entra changes names by expressions of its own. */
  readonly looksAtNames: boolean;
  /** Target paths that somebody new may lack. */
  readonly omittable: readonly string[];
  /** Lists of values that have a type. */
  readonly lists: readonly string[];
  /** Whether roles are a list of values, and the mapping has them: what a target only offers is not for histories to take up. */
  readonly roles: boolean;
  /** Whether groups get an external id later. */
  readonly groupIds: boolean;
  /** Whether the client sends whatever the standard allows, in the history's own words. */
  readonly requests: boolean;
  /** Whether such a client replaces people by what everybody has. */
  readonly puts: boolean;
  /** Whether the target promises versions. */
  readonly versions: boolean;
  /** Whether a creation may be sent again, and whether a PUT may lack `active`. */
  readonly resends: boolean;
  readonly putsWithoutActive: boolean;
  /** Documented alternatives, by what they are alternatives to. */
  readonly memberVariants: readonly Variant[];
  readonly pushVariants: readonly Variant[];
  readonly groupVariants: readonly Variant[];
  readonly renameVariants: readonly Variant[];
  readonly clearVariants: readonly Variant[];
  readonly managerVariants: readonly Variant[];
  readonly activeVariants: readonly Variant[];
  /** Whether the client pushes the whole list of a group's members. */
  readonly pushesMembers: boolean;
}

/**
 * What a client exchanges with a target, as far as histories change it.
 *
 * @param run what is known of the target
 * @param client who plays
 * @param identity makes the people
 */
export function materialOf({ mapping, facts }: Pick<RunContext, 'mapping' | 'facts'>, client: Client, identity: RunIdentity): Material {
  const { family, dialect } = client;
  const { seed, domain } = identity;
  const rules = { seed, domain, dialect, family, scenario: 'explore', mapping, fill: (value: Json) => value };
  const example = buildDirectoryObject({ type: 'User', key: 'example', with: {}, without: [], members: [] }, new Map(), rules);
  const denies = (feature: string): boolean => deniedFeatures(family, facts.config, [feature]).length > 0;
  const groups = offers(mapping, 'groups') && mappedRows(mapping, 'Group').length > 0;
  const updates = offers(mapping, 'update') && !denies('patch');
  const removes = offers(mapping, 'remove');
  return {
    attributes: attributesOf(changedValues(mapping, example, family, facts.schemas), matchedBy(mapping, family)).filter(
      ({ path }) => isOwnValue(path) || !isUnique(facts.schemas, path),
    ),
    advertised: {
      User: advertisedOf(mapping, 'User', { ...rules, key: 'example' }),
      Group: groups ? advertisedOf(mapping, 'Group', { ...rules, key: 'example' }) : [],
    },
    clearable: clearablePaths(mapping, example, family, facts.schemas),
    personas: personasOf(family),
    userNames: isMapped(mapping, 'User', 'userName') ? USER_NAMES : [],
    groupNames: groups ? GROUP_NAMES : [],
    groups,
    managers: managerPathOf(mapping) !== undefined,
    updates,
    active: updates && isMapped(mapping, 'User', 'active'),
    looksUp: !denies('filter'),
    removes: { User: removes && family !== 'okta', Group: groups },
    named: isMapped(mapping, 'User', 'userName'),
    matchesAll: family === 'entra',
    pushesMembers: family !== 'entra',
    looksAtNames: family !== 'entra',
    omittable: omittablePaths(mapping, example, facts.schemas),
    lists: LISTS.filter((list) => mappedRows(mapping, 'User').some(({ name }) => name.startsWith(`${list}[`))),
    roles: family === 'entra' && updates && mappedRows(mapping, 'User').some(({ name, offered }) => name === 'roles' && offered !== true),
    groupIds: family === 'entra' && isMapped(mapping, 'Group', 'externalId'),
    requests: family === 'rfc',
    puts: family === 'rfc' && isMapped(mapping, 'User', 'active'),
    versions: !denies('etag') && family === 'rfc' && advertises(facts.config, 'etag') === true,
    resends: family === 'entra',
    putsWithoutActive: dialect === 'okta-aiw' && isMapped(mapping, 'User', 'active'),
    ...variantsOf(client, mapping),
  };
}

/** A value of an attribute with nothing awkward about it; undefined: that is not known. */
export function plainValue(path: string, { attributes, named }: Material): Json | undefined {
  if (named && path === 'userName') return 'new.${random.uuid}@${run.domain}';
  return attributes.find((each) => each.path === path)?.plain;
}

type Variants = Pick<
  Material,
  'memberVariants' | 'pushVariants' | 'groupVariants' | 'renameVariants' | 'clearVariants' | 'managerVariants' | 'activeVariants'
>;

const NO_VARIANTS: Variants = {
  memberVariants: [],
  pushVariants: [],
  groupVariants: [],
  renameVariants: [],
  clearVariants: [],
  managerVariants: [],
  activeVariants: [],
};

/** Documented alternatives of a client. */
function variantsOf({ family, dialect }: Client, mapping: RunContext['mapping']): Variants {
  if (family === 'okta')
    return {
      ...NO_VARIANTS,
      pushVariants: ['pathless-members', 'pathless-group', 'put-once', 'null-display'],
      groupVariants: ['group-extension', 'members-after', 'null-display'],
      renameVariants: ['null-display'],
      clearVariants: ['null-value', 'omitted-value'],
    };
  if (family !== 'entra') return NO_VARIANTS;
  const matchesByName = matchingAttribute(mapping, 'User').toLowerCase() === 'username';
  return {
    ...NO_VARIANTS,
    memberVariants: ['single-members', 'parallel-members', 'ref-members'],
    groupVariants: dialect === 'entra-default' ? ['microsoft-group-schema'] : [],
    managerVariants: ['empty-value'],
    activeVariants: ['json-boolean', ...(matchesByName ? (['renamed-on-delete'] as const) : [])],
  };
}

/** What somebody may lack: all that the mapping and /Schemas do not require, but for the name and what the client looks people up by. */
function omittablePaths(mapping: RunContext['mapping'], example: DirectoryObject, schemas: SchemaSet): string[] {
  const matched = matchingAttribute(mapping, 'User').toLowerCase();
  const isRequired = (path: string): boolean => {
    const { attribute, definition } = compilePath(schemas, 'User', path);
    return attribute?.required === true || definition?.required === true;
  };
  return mappedRows(mapping, 'User').flatMap(({ name, required, type, expression }) => {
    const isNeeded =
      /^(username|active|password|roles.*)$/i.test(name) || name.toLowerCase() === matched || required || type === 'Reference';
    const isGiven = [...example.attributes.keys()].some((path) => path.toLowerCase() === name.toLowerCase());
    return isNeeded || expression !== undefined || !isGiven || isRequired(name) ? [] : [name];
  });
}

function matchedBy(mapping: RunContext['mapping'], family: Family): (path: string) => boolean {
  const attribute = matchingAttribute(mapping, 'User').toLowerCase();
  return (path) => family === 'entra' && path.toLowerCase() === attribute;
}

/** Nobody shares what /Schemas calls unique: a mapping has no such row besides, so that all may be given the same. */
function advertisedOf({ besides = {} }: RunContext['mapping'], type: ResourceType, identity: Identity): Advertised[] {
  return (besides[type] ?? []).flatMap((row) => {
    const value = besideValue(row, identity);
    return value === undefined ? [] : [{ path: row.name, value, ...defined({ other: otherBesideValue(row, value) }) }];
  });
}

/** Values that must be somebody's own: two people with one address, or one id, are refused with good reason. */
const OWN: readonly (readonly [RegExp, string])[] = [
  [/^e?mails?\b/i, 'another.${random.uuid}@${run.domain}'],
  [/^externalid$/i, '${random.uuid}'],
];

/** What people change to in a run has the signs of usual titles and names. Here such signs come as shapes of their own. */
const PLAINER: ReadonlyMap<DirectoryValue, string> = new Map([
  [NEW_JOB.title, 'Head of Quality'],
  [NEW_JOB.department, 'Quality'],
  [NEW_JOB.costCenter, '4950'],
  [NEW_COMPANY, 'Example Works Canada'],
  ['Marsh-Sinclair', 'Marsh'],
]);

/** The value without what a shape may have instead. */
function plainer(path: string, value: boolean | number | string): boolean | number | string {
  if (/^phonenumbers\b/i.test(path) && typeof value === 'string') return value.replaceAll(/[()]/g, '').replaceAll('-', ' ');
  return PLAINER.get(value) ?? value;
}

function isOwnValue(path: string): boolean {
  return OWN.some(([pattern]) => pattern.test(path));
}

/** Whether no two people may have the same value, as /Schemas says: those that histories give are the same for all. */
function isUnique(schemas: SchemaSet, path: string): boolean {
  const { attribute, definition } = compilePath(schemas, 'User', path);
  return [attribute, definition].some((each) => each?.uniqueness !== undefined && each.uniqueness !== 'none');
}

function attributesOf(changed: ReadonlyMap<string, DirectoryValue>, isMatched: (path: string) => boolean): Attribute[] {
  return [...changed].flatMap(([path, value]): Attribute[] => {
    if (typeof value === 'object') return [];
    const own = OWN.find(([pattern]) => pattern.test(path))?.[1];
    return [{ path, plain: own ?? plainer(path, value), shapes: typeof value === 'string' ? shapesFor(path, isMatched(path)) : [] }];
  });
}

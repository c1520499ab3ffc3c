import type { Client, DirectoryValue, Family } from '../client/client.js';
import { matchingAttribute } from '../client/conversation-helpers.js';
import type { PersonaName } from '../client/values/persona.js';
import type { Variant } from '../client/variant.js';
import { deniedFeatures } from '../engine/mapping/features.js';
import { isMapped, mappedRows, offers } from '../engine/mapping/mapped-rows.js';
import { changedValues, clearablePaths } from '../engine/scenario/attribute-sweep.js';
import { buildDirectoryObject, managerPathOf } from '../engine/scenario/directory.js';
import type { RunContext, RunIdentity } from '../engine/scenario/run-context.js';
import type { Json } from '../scim/json.js';
import { GROUP_NAMES, personasOf, type Shaped, shapesFor, USER_NAMES } from './shapes.js';

/** An attribute of users that a client changes. */
export interface Attribute {
  readonly path: string;
  /** Another value with nothing awkward about it. */
  readonly plain: Json;
  readonly shapes: readonly Shaped[];
}

/** What histories are made of for one client and one target. */
export interface Material {
  readonly attributes: readonly Attribute[];
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
  /** Documented alternatives in which members come and go, and in which somebody is disabled. */
  readonly memberVariants: readonly Variant[];
  readonly activeVariant: Variant | undefined;
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
export function materialOf({ mapping, facts }: RunContext, client: Client, identity: RunIdentity): Material {
  const { family, dialect } = client;
  const { seed, domain } = identity;
  const rules = { seed, domain, dialect, family, scenario: 'explore', mapping, fill: (value: Json) => value };
  const example = buildDirectoryObject({ type: 'User', key: 'example', with: {}, without: [], members: [] }, new Map(), rules);
  const denies = (feature: string): boolean => deniedFeatures(family, facts.config, [feature]).length > 0;
  const groups = offers(mapping, 'groups') && mappedRows(mapping, 'Group').length > 0;
  const updates = offers(mapping, 'update') && !denies('patch');
  const removes = offers(mapping, 'remove');
  return {
    attributes: attributesOf(changedValues(mapping, example, family, facts.schemas), matchedBy(mapping, family)),
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
    memberVariants: family === 'entra' ? ['single-members', 'parallel-members', 'ref-members'] : [],
    activeVariant: family === 'entra' ? 'json-boolean' : undefined,
    pushesMembers: family !== 'entra',
  };
}

function matchedBy(mapping: RunContext['mapping'], family: Family): (path: string) => boolean {
  const attribute = matchingAttribute(mapping, 'User').toLowerCase();
  return (path) => family === 'entra' && path.toLowerCase() === attribute;
}

/** Values that must be somebody's own: two people with one address, or one id, are refused with good reason. */
const OWN: readonly (readonly [RegExp, string])[] = [
  [/^e?mails?\b/i, 'another.${random.uuid}@${run.domain}'],
  [/^externalid$/i, '${random.uuid}'],
];

function attributesOf(changed: ReadonlyMap<string, DirectoryValue>, isMatched: (path: string) => boolean): Attribute[] {
  return [...changed].flatMap(([path, value]): Attribute[] => {
    if (typeof value === 'object') return [];
    const own = OWN.find(([pattern]) => pattern.test(path))?.[1];
    return [{ path, plain: own ?? value, shapes: typeof value === 'string' ? shapesFor(path, isMatched(path)) : [] }];
  });
}

import type { Client } from '../../client/client.js';
import { CAPABILITY_NAMES, type Capability } from '../../event/capability.js';
import type { MappedAttribute, Mapping } from '../../mapping/mapping.js';
import type { IntentKind, IntentOf } from '../../scenario/intent.js';
import type { Scenario } from '../../scenario/scenario.js';
import { createdObjects } from '../../scenario/steps/registry.js';
import type { ResourceType } from '../../scim/message.js';
import { isMapped, mappedRows, offers, rowOf, targetPath } from '../mapping/mapped-rows.js';
import { capabilityOfChange } from './kind.js';
import { shownBy } from './shown.js';

/** What a target denies to a client of the standard, and may: then that client does without. */
export interface Denied {
  readonly filter: boolean;
  readonly patch: boolean;
  /** Whether the target's /Schemas declares an attribute immutable: a refused change of it has a finding of its own. */
  immutable(type: ResourceType, path: string): boolean;
  /** Whether the client reads in /Schemas that an attribute is not returned unasked: then it is no part of what is changed all at once. */
  hidden(type: ResourceType, path: string): boolean;
}

/**
 * What a client must be able to do with an app: it follows from the mapping, and from what the client is known to do.
 *
 * @param client the client
 * @param mapping what the app exchanges
 * @param denied what the target's ServiceProviderConfig does not promise to a client that reads it
 */
export function needsOf(client: Client, mapping: Mapping, denied: Denied): Capability[] {
  const { family } = client;
  const { create, update, remove } = mapping.capabilities;
  const groups = offers(mapping, 'groups');
  const mapped = (path: string): boolean => isMapped(mapping, 'User', path);
  const changes = update && !denied.patch;
  const disables = remove && !denied.patch && mapped('active');
  const needed: Readonly<Partial<Record<Capability, boolean>>> = {
    // Without filters the client of the standard has nothing to test the connection by.
    connect: !denied.filter,
    match: !denied.filter,
    create,
    rename: changes && mapped('userName') && !denied.immutable('User', 'userName'),
    disable: disables,
    restore: disables,
    groups,
    members: groups && !denied.patch,
    'rename-group': groups && !denied.patch && !denied.immutable('Group', 'displayName'),
    // Okta never deletes people.
    delete: family === 'okta' ? groups : remove,
    // Entra looks people up one by one; account discovery is a preview.
    import: family !== 'entra',
  };
  // Only Entra's expressions change a list of roles as a whole; the others change the roles that a path selects.
  const isOthers = ({ name }: MappedAttribute): boolean => family !== 'entra' && /^roles$/i.test(name);
  const isChanged = (row: MappedAttribute): boolean =>
    isChangeable(row) && !isOthers(row) && !denied.immutable('User', row.name) && !denied.hidden('User', row.name);
  const kinds = new Set(changes ? mappedRows(mapping, 'User').filter(isChanged).map(kindOf) : []);

  return CAPABILITY_NAMES.filter((capability) => needed[capability] ?? kinds.has(capability));
}

/** The directory has a value for it, and may have another one later. */
function isChangeable(row: MappedAttribute): boolean {
  return row.createOnly !== true && row.sparse !== true && !/^(username|active|members|password)$/i.test(row.name) && !isMade(row);
}

/** An expression with a function decides what is sent: nobody can say whether it ever makes another value. */
function isMade({ expression }: MappedAttribute): boolean {
  return expression !== undefined && !/^\s*\[[^\]]*\]\s*$/.test(expression);
}

function kindOf(row: MappedAttribute): Capability | undefined {
  return capabilityOfChange(row.name, 'User', row);
}

/**
 * What one dialect is the one to show: what its own scenarios are about, and what no other dialect shows in its stead because
 * both hold the same conversation.
 *
 * @param needs what its client must be able to do
 * @param planned the scenarios that the dialect plays
 * @param spokenFor the scenarios that an earlier dialect of the client plays for it
 * @param mapping what the app exchanges
 */
export function ownNeeds(
  needs: readonly Capability[],
  planned: readonly Scenario[],
  spokenFor: readonly Scenario[],
  mapping: Mapping,
): Capability[] {
  const own = new Set(planned.flatMap((scenario) => subjectsOf(scenario, mapping)));
  const others = new Set(spokenFor.flatMap((scenario) => subjectsOf(scenario, mapping)));
  return needs.filter((capability) => own.has(capability) || !others.has(capability));
}

/** What a scenario is about, as far as it can be told before it is played. */
function subjectsOf(scenario: Scenario, mapping: Mapping): Capability[] {
  const types = new Map(createdObjects(scenario).map(({ key, type }) => [key, type]));
  return scenario.steps.flatMap(({ intent }) => subjectsOfStep(intent, types, mapping));
}

/** What a kind of step is about where that is more than what it always shows. */
const SUBJECTS: { readonly [Kind in IntentKind]?: (intent: IntentOf<Kind>, types: TypesByKey, mapping: Mapping) => Capability[] } = {
  update: subjectsOfUpdate,
};

/** The types of the objects that a scenario creates, by their keys. */
type TypesByKey = ReadonlyMap<string, ResourceType>;

function subjectsOfStep<Kind extends IntentKind>(intent: IntentOf<Kind>, types: TypesByKey, mapping: Mapping): Capability[] {
  const kind: Kind = intent.kind;
  return SUBJECTS[kind]?.(intent, types, mapping) ?? shownBy(intent);
}

function subjectsOfUpdate(intent: IntentOf<'update'>, types: TypesByKey, mapping: Mapping): Capability[] {
  const type = types.get(intent.object) ?? 'User';
  const of = (path: string, value?: unknown): Capability[] =>
    one(capabilityOfChange(targetPath(path), type, rowOf(mapping, type, targetPath(path)), value));
  // A reference needs another object, so that it is never among the attributes that all change at once.
  const swept = mappedRows(mapping, type).filter((row) => isChangeable(row) && row.type !== 'Reference');
  const every = intent.every === 'changed' && type === 'User' ? swept.flatMap((row) => one(kindOf(row))) : [];
  const members = intent.add.length + intent.remove.length > 0 || intent.members !== undefined;
  return [
    ...every,
    ...Object.entries(intent.set).flatMap(([path, value]) => of(path, value)),
    ...(intent.manager === undefined ? [] : (['references'] as const)),
    ...(members ? (['members'] as const) : []),
  ];
}

function one(capability: Capability | undefined): Capability[] {
  return capability === undefined ? [] : [capability];
}

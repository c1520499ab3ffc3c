import type { Json, JsonObject } from '../../scim/json.js';
import { CORE_URNS, PATCH_OP_URN } from '../../scim/urn.js';
import type { Changes, Conversation, DirectoryObject, Session } from '../client.js';
import { done, nameOf, pathOf, succeeded } from '../conversation-helpers.js';
import { about, memberList, type OktaKind, oktaRequest } from './dialect.js';
import { refused } from './reaction.js';
import { read } from './read.js';

/** Okta splits larger changes of a group's members; the number is the default of an app's setting (submission form of 2020). */
const MOST_MEMBERS = 100;

/**
 * A change of a pushed group. Catalog apps: the rename PATCH with `id` in its value, repeated before every change of members,
 * then one PATCH that mixes removals and additions, or replaces the whole list. Wizard apps: GET and PUT of the whole group,
 * twice; where members go, the first PUT still has them (one log of 2026).
 * Source: Okta's SCIM 2.0 reference, "Group operations"; captures of 2026.
 */
export function* updateGroup(kind: OktaKind, session: Session, object: DirectoryObject, changes: Changes): Conversation<void> {
  if (!kind.patches) return yield* putChanged(session, object, changes);
  if (session.variant === 'pathless-group') return yield* patchGroup(object, [pathless(object, changes)]);
  const renamed = yield* rename(object);
  return renamed.ok ? yield* patchAll(object, memberOperations(session, changes)) : renamed;
}

function rename(object: DirectoryObject): Conversation<void> {
  return patchGroup(object, [{ op: 'replace', value: { id: object.id ?? '', displayName: nameOf(object) } }]);
}

/** The whole group in one value, as one report has it. */
function pathless(object: DirectoryObject, changes: Changes): Json {
  const members = memberList(changes.members ?? object.members ?? []);
  return { op: 'replace', value: { members, id: object.id ?? '', displayName: nameOf(object) } };
}

/** The operations of each PATCH. */
function memberOperations({ variant }: Session, changes: Changes): Json[][] {
  if (changes.members !== undefined) {
    const value = memberList(changes.members, variant);
    return [[variant === 'pathless-members' ? { op: 'replace', value: { members: value } } : { op: 'replace', path: 'members', value }]];
  }
  const moves = [
    ...changes.remove.map((member) => ({ member, leaves: true })),
    ...changes.add.map((member) => ({ member, leaves: false })),
  ];
  return inParts(moves).map((part) => {
    const removals = part
      .filter(({ leaves }) => leaves)
      .map(({ member }) => ({ op: 'remove', path: `members[value eq ${JSON.stringify(member.id ?? '')}]` }));
    const added = part.filter(({ leaves }) => !leaves).map(({ member }) => member);
    return [...removals, ...(added.length > 0 ? [{ op: 'add', path: 'members', value: memberList(added, variant) }] : [])];
  });
}

function inParts<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / MOST_MEMBERS) }, (_, part) =>
    items.slice(part * MOST_MEMBERS, (part + 1) * MOST_MEMBERS),
  );
}

/**
 * What follows the POST of a group. Wizard apps read it and put it back. Catalog apps add the members that the POST had
 * already (captures of 2021 and 2022); with the variant `members-after`, the POST has none, and name and members follow.
 */
export function* confirmPushed(kind: OktaKind, session: Session, object: DirectoryObject): Conversation<void> {
  const members = object.members ?? [];
  if (!kind.patches) return yield* readAndPut(session, object);
  if (session.variant === 'members-after') return yield* addPushed(kind, session, object, members);
  return yield* patchAll(object, memberOperations(session, { ...NOTHING, add: members }));
}

const NOTHING: Changes = { set: new Map(), clear: [], add: [], remove: [] };

/** The name, then the members, added to those that the group has. */
export function* addPushed(
  kind: OktaKind,
  session: Session,
  object: DirectoryObject,
  members: readonly DirectoryObject[],
): Conversation<void> {
  return yield* updateGroup(kind, session, object, { ...NOTHING, add: members });
}

function* patchAll(object: DirectoryObject, patches: readonly Json[][]): Conversation<void> {
  for (const operations of patches) {
    const patched = yield* patchGroup(object, operations);
    if (!patched.ok) return patched;
  }
  return done(undefined);
}

function* patchGroup(object: DirectoryObject, operations: Json[]): Conversation<void> {
  const body: JsonObject = { schemas: [PATCH_OP_URN], Operations: operations };
  const response = yield oktaRequest({ method: 'PATCH', target: pathOf(object), body, purpose: 'update', ...about(object) });
  return succeeded(response) ? done(undefined) : refused(`the update of ${object.key}`, response);
}

/** The variant `put-once` is what follows when one of the members is assigned again (one log of 2026). */
function* putChanged(session: Session, object: DirectoryObject, changes: Changes): Conversation<void> {
  if (session.variant === 'put-once') return yield* readAndPut(session, object);
  const added = new Set(changes.add.map(({ id }) => id));
  const stayed = (object.members ?? []).filter(({ id }) => !added.has(id));
  const first = yield* readAndPut(session, changes.remove.length === 0 ? object : { ...object, members: [...stayed, ...changes.remove] });
  return first.ok ? yield* readAndPut(session, object) : first;
}

function* readAndPut(session: Session, object: DirectoryObject): Conversation<void> {
  const current = yield* read(object);
  return current.ok ? yield* putGroup(session, object, object.members ?? []) : current;
}

/**
 * The PUT of a whole group.
 *
 * @param members the members that are pushed
 * @param kept members that the group has besides, as the target returned them
 */
export function* putGroup(
  session: Session,
  object: DirectoryObject,
  members: readonly DirectoryObject[],
  kept: readonly Json[] = [],
): Conversation<void> {
  const body: JsonObject = {
    schemas: [CORE_URNS.Group],
    id: object.id ?? '',
    displayName: nameOf(object),
    members: [...kept, ...memberList(members, session.variant)],
  };
  const response = yield oktaRequest({ method: 'PUT', target: pathOf(object), body, purpose: 'update', ...about(object) });
  return succeeded(response) ? done(undefined) : refused(`the update of ${object.key}`, response);
}

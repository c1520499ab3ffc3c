import type { Json, JsonObject } from '../../scim/json.js';
import { CORE_URNS, PATCH_OP_URN } from '../../scim/urn.js';
import type { Changes, Conversation, DirectoryObject, Session } from '../client.js';
import { done, nameOf, succeeded } from '../conversation-helpers.js';
import { about, memberList, type OktaKind, oktaRequest, pathOf } from './dialect.js';
import { refused } from './reaction.js';
import { read } from './read.js';

/**
 * A change of a pushed group. Catalog apps: the rename PATCH with `id` in its value, repeated before every change of members,
 * then one PATCH that mixes removals and additions, or replaces the whole list. Wizard apps: GET and PUT of the whole group,
 * twice.
 * Source: Okta's SCIM 2.0 reference, "Group operations"; captures of 2026.
 */
export function* updateGroup(kind: OktaKind, session: Session, object: DirectoryObject, changes: Changes): Conversation<void> {
  if (!kind.patches) return yield* putTwice(session, object);
  const renamed = yield* patchGroup(object, [{ op: 'replace', value: { id: object.id ?? '', displayName: nameOf(object) } }]);
  if (!renamed.ok) return renamed;
  const operations = memberOperations(session, changes);
  return operations.length === 0 ? done(undefined) : yield* patchGroup(object, operations);
}

function memberOperations({ variant }: Session, changes: Changes): Json[] {
  if (changes.members !== undefined) {
    const value = memberList(changes.members, variant);
    return [variant === 'pathless-members' ? { op: 'replace', value: { members: value } } : { op: 'replace', path: 'members', value }];
  }
  const removals = changes.remove.map((member) => ({ op: 'remove', path: `members[value eq ${JSON.stringify(member.id ?? '')}]` }));
  return [...removals, ...(changes.add.length > 0 ? [{ op: 'add', path: 'members', value: memberList(changes.add, variant) }] : [])];
}

/** What follows the POST of a group: wizard apps read it and put it back, catalog apps repeat the name and push the members. */
export function* confirmPushed(kind: OktaKind, session: Session, object: DirectoryObject): Conversation<void> {
  const members = object.members ?? [];
  return kind.patches ? yield* addPushed(kind, session, object, members) : yield* readAndPut(session, object);
}

/** The name, then the members, added to those that the group has. */
export function* addPushed(
  kind: OktaKind,
  session: Session,
  object: DirectoryObject,
  members: readonly DirectoryObject[],
): Conversation<void> {
  return yield* updateGroup(kind, session, object, { set: new Map(), clear: [], add: members, remove: [] });
}

function* patchGroup(object: DirectoryObject, operations: Json[]): Conversation<void> {
  const body: JsonObject = { schemas: [PATCH_OP_URN], Operations: operations };
  const response = yield oktaRequest({ method: 'PATCH', target: pathOf(object), body, purpose: 'update', ...about(object) });
  return succeeded(response) ? done(undefined) : refused(`the update of ${object.key}`, response);
}

function* putTwice(session: Session, object: DirectoryObject): Conversation<void> {
  const first = yield* readAndPut(session, object);
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

import type { Json, JsonObject } from '../../scim/json.js';
import { CORE_URNS, PATCH_OP_URN } from '../../scim/urn.js';
import type { Changes, Conversation, DirectoryObject } from '../client.js';
import { answered, done, nameOf, stop, succeeded } from '../talk.js';
import { about, memberList, type OktaKind, oktaRequest, pathOf } from './dialect.js';
import { read } from './read.js';

/**
 * A change of a pushed group. Catalog apps: the rename PATCH with `id` in its value, repeated before every change of members,
 * then one PATCH that mixes removals and additions. Wizard apps: GET and PUT of the whole group, twice.
 * Source: Okta's SCIM 2.0 reference, "Group operations"; captures of 2026.
 */
export function* updateGroup(kind: OktaKind, object: DirectoryObject, changes: Changes): Conversation<void> {
  if (!kind.patches) return yield* putTwice(object);
  const renamed = yield* patchGroup(object, [renameOperation(object)]);
  if (!renamed.ok) return renamed;
  if (changes.members !== undefined)
    return yield* patchGroup(object, [{ op: 'replace', path: 'members', value: memberList(changes.members) }]);
  const removals = changes.remove.map((member) => ({ op: 'remove', path: `members[value eq ${JSON.stringify(member.id ?? '')}]` }));
  const additions = changes.add.length > 0 ? [{ op: 'add', path: 'members', value: memberList(changes.add) }] : [];
  const operations = [...removals, ...additions];
  return operations.length === 0 ? done(undefined) : yield* patchGroup(object, operations);
}

/** What follows the POST of a group: wizard apps read it and put it back, catalog apps repeat the name and push the members. */
export function* confirmPushed(kind: OktaKind, object: DirectoryObject): Conversation<void> {
  if (!kind.patches) return yield* put(object, object.members ?? []);
  return yield* addPushed(kind, object, object.members ?? []);
}

/** The name, then the members, added to those that the group has. */
export function* addPushed(kind: OktaKind, object: DirectoryObject, members: readonly DirectoryObject[]): Conversation<void> {
  return yield* updateGroup(kind, object, { set: new Map(), clear: [], add: members, remove: [] });
}

function renameOperation(object: DirectoryObject): Json {
  return { op: 'replace', value: { id: object.id ?? '', displayName: nameOf(object) } };
}

function* patchGroup(object: DirectoryObject, operations: Json[]): Conversation<void> {
  const body: JsonObject = { schemas: [PATCH_OP_URN], Operations: operations };
  const response = yield oktaRequest({ method: 'PATCH', target: pathOf(object), body, purpose: 'update', ...about(object) });
  return succeeded(response) ? done(undefined) : stop('refused', answered(`the update of ${object.key}`, response));
}

function* putTwice(object: DirectoryObject): Conversation<void> {
  const first = yield* put(object, object.members ?? []);
  return first.ok ? yield* put(object, object.members ?? []) : first;
}

function* put(object: DirectoryObject, members: readonly DirectoryObject[]): Conversation<void> {
  const current = yield* read(object);
  if (!current.ok) return current;
  const body: JsonObject = { schemas: [CORE_URNS.Group], id: object.id ?? '', displayName: nameOf(object), members: memberList(members) };
  const response = yield oktaRequest({ method: 'PUT', target: pathOf(object), body, purpose: 'update', ...about(object) });
  return succeeded(response) ? done(undefined) : stop('refused', answered(`the update of ${object.key}`, response));
}

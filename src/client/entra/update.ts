import type { Changes, Conversation, DirectoryObject, DirectoryValue, Session } from '../client.js';
import { done, isReference } from '../conversation-helpers.js';
import { compare } from './compare.js';
import type { EntraShape } from './dialect.js';
import { changeMembers } from './members.js';
import { patch } from './patch.js';
import { read } from './read.js';
import { isRoleList } from './roles.js';
import { withDeletedName } from './soft-delete.js';

type Entry = readonly [string, DirectoryValue];

/**
 * Reads the resource, compares each attribute, and patches only what differs; references in a PATCH of their own, members
 * after that. A group is read once, without its members, before they are patched (Microsoft Q&A 1195656, 923479). A list
 * of roles is not compared: the expressions for complex roles assert it.
 * Source: Microsoft, "How provisioning works", "Develop a SCIM endpoint"; failures F37, F97.
 */
export function* update(shape: EntraShape, session: Session, object: DirectoryObject, changes: Changes): Conversation<void> {
  const entries = [...changes.set];
  if (entries.length > 0 || changes.clear.length > 0) {
    const updated = yield* updateAttributes(shape, session, object, entries, changes.clear);
    if (!updated.ok) return updated;
  } else if ([...changes.add, ...changes.remove].some(({ id }) => id !== undefined)) {
    const current = yield* read(object);
    if (!current.ok) return current;
  }
  return yield* patchMembers(shape, session, object, changes);
}

/** Members come and go in requests of their own, without a look at who is there. */
export function* patchMembers(shape: EntraShape, session: Session, object: DirectoryObject, changes: Changes): Conversation<void> {
  const added = yield* changeMembers(shape, session, object, 'add', changes.add);
  if (!added.ok) return added;
  return yield* changeMembers(shape, session, object, 'remove', changes.remove);
}

function* updateAttributes(
  shape: EntraShape,
  session: Session,
  object: DirectoryObject,
  set: readonly Entry[],
  clear: readonly string[],
): Conversation<void> {
  const { variant } = session;
  const current = yield* read(object);
  if (!current.ok) return current;
  const wanted = variant === 'renamed-on-delete' ? withDeletedName(object, set) : set;
  const plain = wanted.filter(([path, value]) => !isReference(value) && !isRoleList(path));
  const first = yield* patch(object, shape.attributes(compare(current.value, plain, clear), variant));
  if (!first.ok) return first;
  const roles = set.find(([path]) => isRoleList(path))?.[1];
  const second = yield* patch(object, Array.isArray(roles) ? shape.roles(roles, variant) : []);
  if (!second.ok) return second;
  const references = set.filter(([, value]) => isReference(value));
  const third = yield* patch(object, shape.attributes(compare(current.value, references, []), variant));
  return third.ok ? done(undefined) : third;
}

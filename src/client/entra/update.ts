import type { Json, JsonObject } from '../../scim/json.js';
import { valueAt } from '../../scim/resource.js';
import { PATCH_OP_URN } from '../../scim/urn.js';
import type { Changes, Conversation, DirectoryObject, DirectoryValue, Session } from '../client.js';
import { answered, done, isReference, stop, succeeded } from '../talk.js';
import { type EntraShape, entraRequest, type Operation, type PathChange } from './dialect.js';
import { pathOf, read } from './read.js';

/**
 * Reads the resource, compares each attribute, and patches only what differs: Add where the target has no value, Replace
 * where it has another, Remove where a value must go; references in a PATCH of their own, members after that.
 * Source: Microsoft, "How provisioning works", "Develop a SCIM endpoint"; failures F37, F97.
 */
export function* update(shape: EntraShape, _session: Session, object: DirectoryObject, changes: Changes): Conversation<void> {
  const attributes = [...changes.set].filter(([, value]) => !isReference(value));
  const references = [...changes.set].filter(([, value]) => isReference(value));
  if (changes.set.size > 0 || changes.clear.length > 0) {
    const current = yield* read(object);
    if (!current.ok) return current;
    const plain = compare(current.value, attributes, changes.clear);
    const first = yield* patch(object, shape.attributes(plain));
    if (!first.ok) return first;
    const second = yield* patch(object, shape.attributes(compare(current.value, references, [])));
    if (!second.ok) return second;
  }
  const added = yield* patch(object, changes.add.length > 0 ? shape.addMembers(idsOf(changes.add)) : []);
  if (!added.ok) return added;
  return yield* patch(object, changes.remove.length > 0 ? shape.removeMembers(idsOf(changes.remove)) : []);
}

/** What differs between the target's resource and the directory. */
function compare(resource: JsonObject, set: readonly (readonly [string, DirectoryValue])[], clear: readonly string[]): PathChange[] {
  const changed = set.flatMap(([path, value]): PathChange[] => {
    const current = valueAt(resource, path);
    if (isEmpty(current)) return [{ kind: 'add', path, value }];
    return holds(current, value) ? [] : [{ kind: 'replace', path, value }];
  });
  const removed = clear.filter((path) => !isEmpty(valueAt(resource, path))).map((path): PathChange => ({ kind: 'remove', path }));
  return [...changed, ...removed];
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Entra compares as text; a reference is held when the object's `value` is the id. */
function holds(current: Json | undefined, value: DirectoryValue): boolean {
  if (isReference(value)) return JSON.stringify(current)?.includes(JSON.stringify(value.reference)) ?? false;
  return JSON.stringify(current) === JSON.stringify(value);
}

function* patch(object: DirectoryObject, operations: readonly Operation[]): Conversation<void> {
  if (operations.length === 0) return done(undefined);
  const body: JsonObject = { schemas: [PATCH_OP_URN], Operations: operations.map((operation): Json => ({ ...operation })) };
  const response = yield entraRequest({
    method: 'PATCH',
    target: pathOf(object),
    body,
    purpose: 'update',
    resourceType: object.type,
    ...(object.id === undefined ? {} : { id: object.id }),
  });
  return succeeded(response) ? done(undefined) : stop('refused', answered(`the update of ${object.key}`, response));
}

function idsOf(objects: readonly DirectoryObject[]): string[] {
  return objects.flatMap((object) => (object.id === undefined ? [] : [object.id]));
}

import { type AttributeDefinition, findAttribute } from '../attribute.js';
import { sameValue } from '../compare.js';
import { findKey, getMember, isObject, type Json, type JsonObject } from '../json.js';
import { coerce } from './coerce.js';
import { refuse } from './failure.js';
import { drop, isReference, put } from './members.js';
import type { Target } from './target.js';

/**
 * Gives a singular attribute its value: add and replace do the same (RFC 7644 §3.5.2.1, §3.5.2.3). The sub-attributes of a
 * complex attribute that the value does not mention stay as they are.
 *
 * @param target the attribute or its sub-attribute
 * @param value the value as it was sent
 * @throws PatchFailure invalidValue, mutability
 */
export function writeSingular(target: Target, value: Json): void {
  const { container, name, definition, sub, subDefinition } = target;
  if (sub !== undefined) {
    mergeSubAttributes(target, { [sub]: coerce(value, subDefinition) });
    return;
  }
  const coerced = coerce(value, definition);
  if (coerced === null) unassign(target);
  else if (isObject(coerced) && (definition === undefined || definition.type === 'complex')) mergeSubAttributes(target, coerced);
  else {
    checkImmutable(definition, getMember(container, name), coerced);
    put(container, name, coerced);
  }
}

/**
 * Takes the value of a singular attribute, or of its sub-attribute, away.
 *
 * @param target the attribute or its sub-attribute
 * @throws PatchFailure mutability when it is required
 */
export function removeSingular(target: Target): void {
  if (target.sub === undefined) unassign(target);
  else mergeSubAttributes(target, { [target.sub]: null });
}

/**
 * Leaves an attribute without a value.
 *
 * @param target the attribute
 * @throws PatchFailure mutability when it is required or immutable and has a value (RFC 7644 §3.5.2.2)
 */
export function unassign(target: Target): void {
  const { container, name, definition } = target;
  const present = getMember(container, name);
  const hadValue = !sameValue(present, null);
  if (hadValue && definition?.required === true) refuse('mutability', `"${name}" is required and cannot be removed.`);
  checkImmutable(definition, present, null);
  drop(container, name);
}

/**
 * Sets sub-attributes of an object that is ours to change; null takes one away.
 *
 * @param object the complex value
 * @param changes sub-attributes, already in form
 * @param definition the complex attribute, if it is known
 * @throws PatchFailure mutability for an immutable sub-attribute that has another value
 */
export function mergeInto(object: JsonObject, changes: JsonObject, definition: AttributeDefinition | undefined): void {
  for (const [key, member] of Object.entries(changes)) {
    const known = findAttribute(definition?.subAttributes, key);
    checkImmutable(known, getMember(object, key), member);
    if (sameValue(member, null)) drop(object, key);
    else put(object, known?.name ?? findKey(object, key) ?? key, member);
  }
}

function mergeSubAttributes(target: Target, changes: JsonObject): void {
  const { container, name, definition } = target;
  const present = getMember(container, name);
  const id = isReference(definition) ? changes['value'] : undefined;
  if (id === null || id === '') {
    unassign(target);
    return;
  }
  // The URI and the name that belong to another manager must not survive a change of manager.
  const pointsElsewhere = id !== undefined && id !== idOf(present);
  const merged = !pointsElsewhere && isObject(present) ? present : {};
  mergeInto(merged, changes, definition);
  if (Object.keys(merged).length === 0) unassign(target);
  else put(container, name, merged);
}

function idOf(value: Json | undefined): Json | undefined {
  return isObject(value) ? getMember(value, 'value') : value;
}

/** RFC 7644 §3.5.2: an immutable attribute may get a first value, but no other. */
function checkImmutable(definition: AttributeDefinition | undefined, present: Json | undefined, wanted: Json): void {
  if (definition?.mutability !== 'immutable' || sameValue(present, null) || sameValue(present, wanted, definition)) return;
  refuse('mutability', `"${definition.name}" is immutable and has a value.`);
}

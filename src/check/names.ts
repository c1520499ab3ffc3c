import { getMember, isObject, type Json } from '../scim/json.js';
import { nameAttribute } from '../scim/message.js';
import type { ObservedWrite } from './context.js';
import type { WriteOperation } from './operation.js';
import { bodyOf, isCreate, isPut, onUser } from './written.js';

/** The attribute by which clients know what a write addresses. */
export function nameAttributeOf(write: ObservedWrite): 'userName' | 'displayName' {
  return nameAttribute(onUser(write) ? 'User' : 'Group');
}

/**
 * The name that an operation gives to a user or a group.
 *
 * @param operation one of the write
 * @param write the write
 * @returns undefined where it gives none
 */
export function nameBroughtBy(operation: WriteOperation, write: ObservedWrite): Json | undefined {
  const name = nameAttributeOf(write);
  if (isPut(operation) || isCreate(operation)) return getMember(bodyOf(write), name);
  if (operation.attribute === name.toLowerCase()) return operation.value;
  return isObject(operation.value) ? getMember(operation.value, name) : undefined;
}

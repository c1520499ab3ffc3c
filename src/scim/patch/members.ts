import { type AttributeDefinition, findAttribute } from '../attribute.js';
import { identityOf } from '../compare.js';
import { setMember } from '../copy.js';
import { findKey, getMember, isObject, type Json, type JsonObject } from '../json.js';

/**
 * Sets a member under the name that its definition has; a member that differs in case only is renamed.
 *
 * @param object the object, which is changed
 * @param name the definition's spelling
 * @param value the value
 */
export function put(object: JsonObject, name: string, value: Json): void {
  const key = findKey(object, name);
  if (key !== undefined && key !== name) delete object[key];
  setMember(object, name, value);
}

/**
 * Removes a member, whatever its case.
 *
 * @param object the object, which is changed
 * @param name the member's name
 */
export function drop(object: JsonObject, name: string): void {
  const key = findKey(object, name);
  if (key !== undefined) delete object[key];
}

/**
 * Whether the attribute's values name other resources: a `value` beside a `$ref`, as in members and manager.
 *
 * @param definition the attribute, if it is known
 */
export function isReference(definition: AttributeDefinition | undefined): boolean {
  return findAttribute(definition?.subAttributes, '$ref') !== undefined;
}

/**
 * What makes two values of a multi-valued attribute one and the same: for references the id, otherwise everything.
 *
 * @param item the value
 * @param definition the attribute, if it is known
 */
export function itemIdentity(item: Json, definition: AttributeDefinition | undefined): string {
  const value = isObject(item) ? getMember(item, 'value') : item;
  return isReference(definition) && typeof value === 'string' ? JSON.stringify(value) : identityOf(item, definition);
}

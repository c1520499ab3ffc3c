import { sameValue } from '../../scim/compare.js';
import { getMember, isObject, type Json, type JsonObject } from '../../scim/json.js';
import { valueAt } from '../../scim/resource.js';
import type { DirectoryValue } from '../client.js';
import { isReference } from '../conversation-helpers.js';
import type { PathChange } from './dialect.js';

/**
 * What differs between the target's resource and the directory: Add where the target has no value, Replace where it has
 * another, Remove where a value must go.
 * Source: Microsoft, "How provisioning works"; failures F37.
 *
 * @param resource the resource as the target returned it
 * @param set target path and the directory's value
 * @param clear target paths whose value must go
 */
export function compare(resource: JsonObject, set: readonly (readonly [string, DirectoryValue])[], clear: readonly string[]): PathChange[] {
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

/** A reference is held when it is the id, or an object whose `value` is. */
function holds(current: Json | undefined, value: DirectoryValue): boolean {
  if (isReference(value)) return (isObject(current) ? getMember(current, 'value') : current) === value.reference;
  // The values of a list have no order.
  return Array.isArray(value) ? sameValue(current, value) : JSON.stringify(current) === JSON.stringify(value);
}

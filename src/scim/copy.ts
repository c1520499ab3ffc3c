import { isObject, type Json, type JsonObject } from './json.js';

/** Deeper than any resource goes; it keeps a hostile body from exhausting the stack. */
const MAX_DEPTH = 64;

/**
 * Copies a JSON value so that nothing is shared with the original. Whatever is nested deeper than 64 levels becomes null.
 *
 * @param value the value
 */
export function copyJson<T extends Json>(value: T): T;
export function copyJson(value: Json): Json {
  return copyAt(value, 0);
}

function copyAt(value: Json, depth: number): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((item) => copyAt(item, depth + 1));
  const copy: JsonObject = {};
  for (const key in value) {
    const member = value[key];
    if (member !== undefined) setMember(copy, key, copyAt(member, depth + 1));
  }
  return copy;
}

/**
 * Tells whether a value is JSON and not nested deeper than allowed. Walks without recursion.
 *
 * @param value any value
 * @param limit how many levels of objects and arrays are allowed
 */
export function isShallowJson(value: unknown, limit: number = MAX_DEPTH): value is Json {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const item of level) {
      if (Array.isArray(item) || isObject(item)) {
        if (depth >= limit) return false;
        for (const member of Array.isArray(item) ? item : Object.values(item)) next.push(member);
      } else if (!isScalar(item)) {
        return false;
      }
    }
    level = next;
  }
  return true;
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}

/**
 * Sets a member of an object that is ours to change, also one with an awkward name.
 *
 * @param object the object, which is changed
 * @param key the member's name
 * @param value its value
 */
export function setMember(object: JsonObject, key: string, value: Json): void {
  if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
}

/** Any JSON value, as RFC 8259 has it. Data from a target stays `unknown` or `Json` until it has been validated. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object. Member names keep the case in which they arrived. */
export interface JsonObject {
  [name: string]: Json;
}

/**
 * Tells whether a value is a JSON object (not null, not an array).
 *
 * @param value any value
 */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The objects of a list; of anything else none.
 *
 * @param value any value
 */
export function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/**
 * Finds a member of an object by name, without regard to case: attribute names are case-insensitive (RFC 7643 §2.1).
 * An exact match wins over one that differs in case.
 *
 * @param object the object to search
 * @param name the attribute name
 * @returns the name as the object spells it, or undefined
 */
export function findKey(object: JsonObject, name: string): string | undefined {
  if (Object.hasOwn(object, name)) return name;
  const wanted = name.toLowerCase();
  // Most of what is looked for is not there: no list of the names is made for it, nor a text for each. Letter case does not change how
  // long a name is (RFC 7643 §2.1 has letters of ASCII).
  for (const key in object) if (key.length === name.length && key.toLowerCase() === wanted && Object.hasOwn(object, key)) return key;
  return undefined;
}

/**
 * Reads a member of an object by name, without regard to case (RFC 7643 §2.1).
 *
 * @param object the object to read
 * @param name the attribute name
 */
export function getMember(object: JsonObject, name: string): Json | undefined {
  const key = findKey(object, name);
  return key === undefined ? undefined : object[key];
}

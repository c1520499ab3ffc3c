import { isObject, type Json, type JsonObject } from '../../scim/json.js';

/**
 * A resource with each of its texts changed; its schemas stay.
 *
 * @param resource what was accepted
 * @param change from a text to what is kept of it
 */
export function eachText(resource: JsonObject, change: (text: string) => string): JsonObject {
  return Object.fromEntries(Object.entries(resource).map(([name, value]) => [name, name === 'schemas' ? value : changed(value, change)]));
}

function changed(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => changed(each, change));
  return isObject(value) ? eachText(value, change) : value;
}

import { findKey, isObject, type Json, type JsonObject } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import { type AttributePath, parsePath } from '../../scim/path.js';
import { CORE_URNS } from '../../scim/urn.js';
import type { Query } from '../query.js';
import type { World } from '../world.js';

/** RFC 7643 §3: returned whatever the client asks for. */
const ALWAYS = ['schemas', 'id'];

/**
 * Applies `attributes` and `excludedAttributes` (RFC 7644 §3.4.2.5, §3.9) to a rendered resource. Names that mean nothing are
 * ignored.
 *
 * @param world what the stages share
 * @param resource the rendered resource
 * @param type its type
 * @param query the parameters
 */
export function project({ catalogue }: World, resource: JsonObject, type: ResourceType, query: Query): JsonObject {
  const keysOf = (names: readonly string[]) => names.flatMap((name) => keys(name, type, catalogue.urns));
  if (query.attributes.length > 0) {
    const chosen = keysOf(query.attributes).reduce<JsonObject>((kept, path) => merge(kept, pick(resource, path)), {});
    return { ...pickAll(resource, ALWAYS), ...chosen };
  }
  const left = keysOf(query.excludedAttributes).reduce<JsonObject>(omit, resource);
  return { ...left, ...pickAll(resource, ALWAYS) };
}

/** The member names that lead to an attribute: `['emails', 'value']`, `['urn:…:User', 'manager']`. */
function keys(name: string, type: ResourceType, urns: readonly string[]): string[][] {
  const parsed = parsePath(name, urns);
  return parsed.ok ? [keysOfPath(parsed.value, type)] : [];
}

function keysOfPath({ urn, attribute, sub }: AttributePath, type: ResourceType): string[] {
  const isCore = urn === undefined || urn.toLowerCase() === CORE_URNS[type].toLowerCase();
  return [isCore ? undefined : urn, attribute, sub].filter((part) => part !== undefined);
}

function pickAll(resource: JsonObject, names: readonly string[]): JsonObject {
  return Object.assign({}, ...names.map((name) => pick(resource, [name])));
}

function pick(from: JsonObject, [name, ...rest]: readonly string[]): JsonObject {
  const key = name === undefined ? undefined : findKey(from, name);
  const value = key === undefined ? undefined : from[key];
  if (key === undefined || value === undefined) return {};
  if (rest.length === 0) return { [key]: value };
  const inner = Array.isArray(value) ? value.map((item) => pickIn(item, rest)) : pickIn(value, rest);
  return { [key]: inner };
}

function pickIn(value: Json, rest: readonly string[]): Json {
  return isObject(value) ? pick(value, rest) : value;
}

/** Joins what two names picked: `emails.value,emails.type`. */
function merge(left: JsonObject, right: JsonObject): JsonObject {
  const result = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const known = result[key];
    result[key] = known === undefined ? value : mergeValues(known, value);
  }
  return result;
}

function mergeValues(left: Json, right: Json): Json {
  if (Array.isArray(left) && Array.isArray(right)) return left.map((item, index) => mergeValues(item, right[index] ?? null));
  return isObject(left) && isObject(right) ? merge(left, right) : left;
}

function omit(from: JsonObject, [name, ...rest]: readonly string[]): JsonObject {
  const key = name === undefined ? undefined : findKey(from, name);
  if (key === undefined) return from;
  const { [key]: value, ...others } = from;
  if (rest.length === 0 || value === undefined) return others;
  const without = (item: Json): Json => (isObject(item) ? omit(item, rest) : item);
  return { ...others, [key]: Array.isArray(value) ? value.map(without) : without(value) };
}

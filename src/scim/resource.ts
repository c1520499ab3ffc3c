import type { AttributeDefinition } from './attribute.js';
import { copyJson, setMember } from './copy.js';
import type { Filter } from './expression.js';
import { matchesElement } from './filter-match.js';
import { findKey, getMember, isObject, type Json, type JsonObject } from './json.js';
import { type AttributePath, KNOWN_URNS, parsePath } from './path.js';
import { STANDARD_SCHEMAS } from './schema-set.js';
import { coreType } from './urn.js';
import { impliedElement } from './value-path.js';

/**
 * Reads the value of a target path: `name.givenName`, `emails[type eq "work"].value`, `urn:…:2.0:User:department`.
 * Of several values, the first that meets the filter is read; with a sub-attribute and no filter, the first that has it.
 * Without filter and sub-attribute the attribute is returned whole. Names have no case.
 *
 * @param resource the resource
 * @param path a path, or its text
 * @returns the value as the resource holds it, not a copy; undefined when there is none or the text is no path
 */
export function valueAt(resource: JsonObject, path: AttributePath | string): Json | undefined {
  const parsed = toPath(resource, path);
  if (parsed === undefined) return undefined;
  const container = isExtension(parsed.urn) ? getMember(resource, parsed.urn) : resource;
  if (parsed.attribute === undefined || !isObject(container)) return parsed.attribute === undefined ? container : undefined;
  const value = getMember(container, parsed.attribute);
  const { filter, sub } = parsed;
  if (filter !== undefined) {
    const element = elementOf(value, filter, definitionOf(parsed));
    return sub === undefined ? element : subValue(element, sub);
  }
  if (sub === undefined) return value;
  if (!Array.isArray(value)) return subValue(value, sub);
  for (const item of value) {
    const found = subValue(item, sub);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first of several values that meets a filter. */
function elementOf(value: Json | undefined, filter: Filter, definition: AttributeDefinition | undefined): Json | undefined {
  const items = Array.isArray(value) ? value : [value];
  return items.find((each) => each !== undefined && each !== null && matchesElement(filter, each, definition));
}

/**
 * Sets the value of a target path. What is missing on the way is created: the extension, the complex attribute, the value
 * of a multi-valued attribute with what the filter's `eq` comparisons say (`"True"` for `primary` becomes JSON true). Of
 * several values, the first that meets the filter is changed. `schemas` is left alone.
 *
 * @param resource the resource, which is not changed
 * @param path a path, or its text
 * @param value the value
 * @returns a copy with the value; an unchanged copy when the text is no path
 */
export function setAt(resource: JsonObject, path: AttributePath | string, value: Json): JsonObject {
  const copy = copyJson(resource);
  const parsed = toPath(resource, path);
  if (parsed !== undefined) assign(copy, parsed, copyJson(value));
  return copy;
}

/**
 * Removes the value of a target path: with a filter, from all values that meet it; without filter and sub-attribute, the
 * attribute whole. What is left empty goes too.
 *
 * @param resource the resource, which is not changed
 * @param path a path, or its text
 * @returns a copy without the value
 */
export function removeAt(resource: JsonObject, path: AttributePath | string): JsonObject {
  const copy = copyJson(resource);
  const parsed = toPath(resource, path);
  if (parsed === undefined) return copy;
  if (!isExtension(parsed.urn)) {
    if (parsed.attribute !== undefined) clear(copy, parsed.attribute, parsed);
    return copy;
  }
  const key = findKey(copy, parsed.urn);
  const extension = key === undefined ? undefined : copy[key];
  if (key === undefined) return copy;
  if (parsed.attribute === undefined) delete copy[key];
  else if (isObject(extension)) {
    clear(extension, parsed.attribute, parsed);
    if (Object.keys(extension).length === 0) delete copy[key];
  }
  return copy;
}

/**
 * Builds a resource from target paths, as a client does from its mapping. The order of the entries is kept; entries whose
 * filters name the same value of a multi-valued attribute share it. `schemas` is left to the caller, who knows the client.
 *
 * @param entries target path and value; a text that is no path is left out
 * @returns the resource
 */
export function buildResource(entries: Iterable<readonly [path: string, value: Json]>): JsonObject {
  const resource: JsonObject = {};
  for (const [path, value] of entries) {
    const parsed = toPath(resource, path);
    if (parsed !== undefined) assign(resource, parsed, copyJson(value));
  }
  return resource;
}

/** The same few target paths are looked up in every resource. The number kept is bounded, since a server may name anything. */
const parsedPaths = new Map<string, AttributePath>();
const MOST_PARSED = 2_000;

function toPath(resource: JsonObject, path: AttributePath | string): AttributePath | undefined {
  if (typeof path !== 'string') return path;
  // A custom extension's URN may hold anything; where the resource shows it, it need not be guessed. An extension is an
  // object: a server that stores "urn:…:User:department" as a member of that name has not stored the attribute.
  const shown = Object.keys(resource).filter((key) => key.includes(':') && isObject(resource[key]));
  const key = `${shown.join(' ')} ${path}`;
  const known = parsedPaths.get(key);
  if (known !== undefined) return known;
  const parsed = parsePath(path, [...KNOWN_URNS, ...shown]);
  if (!parsed.ok) return undefined;
  if (parsedPaths.size < MOST_PARSED) parsedPaths.set(key, parsed.value);
  return parsed.value;
}

function isExtension(urn: string | undefined): urn is string {
  return urn !== undefined && coreType(urn) === undefined;
}

/** Paths are read once and looked up in every resource; those that are not used any more are forgotten. */
const DEFINITIONS = new WeakMap<AttributePath, { readonly definition: AttributeDefinition | undefined }>();

/** The standard definition, for knowing which attributes have several values. Custom attributes have none. */
function definitionOf(path: AttributePath): AttributeDefinition | undefined {
  const known = DEFINITIONS.get(path);
  if (known !== undefined) return known.definition;
  const definition = STANDARD_SCHEMAS.whole(path, 'User') ?? STANDARD_SCHEMAS.whole(path, 'Group');
  DEFINITIONS.set(path, { definition });
  return definition;
}

function subValue(item: Json | undefined, sub: string): Json | undefined {
  return isObject(item) ? getMember(item, sub) : undefined;
}

function put(object: JsonObject, name: string, value: Json): void {
  setMember(object, findKey(object, name) ?? name, value);
}

/** The object under a name, created when there is none. */
function objectAt(object: JsonObject, name: string): JsonObject {
  const present = getMember(object, name);
  if (isObject(present)) return present;
  const created: JsonObject = {};
  put(object, name, created);
  return created;
}

function assign(resource: JsonObject, path: AttributePath, value: Json): void {
  if (path.attribute === undefined) {
    if (isExtension(path.urn)) put(resource, path.urn, value);
    return;
  }
  const container = isExtension(path.urn) ? objectAt(resource, path.urn) : resource;
  const definition = definitionOf(path);
  const present = getMember(container, path.attribute);
  const isList = Array.isArray(present) || path.filter !== undefined || (definition?.multiValued === true && path.sub !== undefined);
  if (isList) assignElement(container, path.attribute, path, value, definition);
  else if (path.sub === undefined) put(container, path.attribute, value);
  else put(objectAt(container, path.attribute), path.sub, value);
}

function assignElement(
  container: JsonObject,
  name: string,
  path: AttributePath,
  value: Json,
  definition: AttributeDefinition | undefined,
): void {
  const { filter, sub } = path;
  if (filter === undefined && sub === undefined) {
    put(container, name, value);
    return;
  }
  const present = getMember(container, name);
  const list = Array.isArray(present) ? present : isObject(present) ? [present] : [];
  put(container, name, list);
  const index = list.findIndex((item) => item !== null && (filter === undefined || matchesElement(filter, item, definition)));
  const found = list[index];
  const element: JsonObject = isObject(found) ? found : filter === undefined ? {} : impliedElement(filter, definition);
  if (sub !== undefined) put(element, sub, value);
  const result = sub === undefined ? (isObject(value) ? { ...element, ...value } : value) : element;
  if (index < 0) list.push(result);
  else list[index] = result;
}

function clear(container: JsonObject, name: string, path: AttributePath): void {
  const key = findKey(container, name);
  const present = key === undefined ? undefined : container[key];
  if (key === undefined || present === undefined) return;
  const { filter, sub } = path;
  if (filter === undefined && sub === undefined) {
    delete container[key];
    return;
  }
  const definition = definitionOf(path);
  const kept = (Array.isArray(present) ? present : [present]).filter((item) => {
    if (item === null || (filter !== undefined && !matchesElement(filter, item, definition))) return true;
    if (sub === undefined) return false;
    if (!isObject(item)) return true;
    const subKey = findKey(item, sub);
    if (subKey !== undefined) delete item[subKey];
    return Object.keys(item).length > 0;
  });
  if (kept.length === 0) delete container[key];
  else if (Array.isArray(present)) container[key] = kept;
}

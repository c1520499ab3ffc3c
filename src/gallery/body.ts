import { plainText } from '../base/plain-text.js';
import { isObject, type Json, type JsonObject } from '../scim/json.js';
import { CORE_URNS } from '../scim/urn.js';
import { allowedValue } from './allowed-values.js';
import { profileValue, type TestValues } from './parameters.js';
import type { GallerySchema, TargetAttribute } from './target-schema.js';
import { type ValueSource, valueByName } from './values.js';

/** What no body of the template gets by its name. */
const NEVER: ReadonlySet<string> = new Set(['id', 'externalId', 'userName', 'active', 'roles']);

/**
 * The body behind every user that the template creates directly: made once a run, so that all of them have the same e-mail address,
 * number and employeeNumber; only userName and externalId differ. Everything but booleans is a text.
 *
 * @param schema the app's attribute list and its mapping
 * @param values the profiles of people
 * @param source what other values are made of
 */
export function scimUserBody(
  { users: attributes, rows }: Pick<GallerySchema, 'users' | 'rows'>,
  values: TestValues,
  source: ValueSource,
): JsonObject {
  const body: JsonObject = { schemas: schemasOf(attributes), userName: 'placeholder', active: true };
  for (const attribute of attributes) {
    if (NEVER.has(attribute.name) || attribute.type === 'reference') continue;
    const mapped = rows.find(({ target }) => target === attribute.name)?.source;
    place(body, attribute.name, madeUp(attribute, values, mapped, source));
  }
  return body;
}

/** The core schema, and each namespace of the attribute list. */
export function schemasOf(attributes: readonly TargetAttribute[]): string[] {
  const urns = attributes.flatMap(({ name }) => (name.startsWith('urn:') ? [name.slice(0, name.lastIndexOf(':'))] : []));
  return [...new Set([CORE_URNS.User, ...urns])];
}

/** What the mapped source of an attribute is not taken from: these are the user's own. */
const OWN_SOURCES: ReadonlySet<string> = new Set(['mail', 'userPrincipalName', 'accountEnabled', 'manager', 'id']);

/** The template's value for an attribute; where the app allows certain values only, one of them. */
function madeUp(attribute: TargetAttribute, { target, directory }: TestValues, mapped: string | undefined, source: ValueSource): Json {
  if (attribute.type === 'boolean') return true;
  const own = target[0][attribute.name];
  const profile = mapped === undefined || OWN_SOURCES.has(mapped) ? undefined : profileValue(directory[0], mapped);
  const known = own === undefined || own === '' ? profile : own;
  // Everything but booleans is a text.
  return allowedValue(known === undefined ? valueByName(attribute.name, source) : plainText(known), attribute, 0);
}

/**
 * Puts a value where the template does: a URN is split at its last colon, a value path becomes an element of its list, a dot a
 * nested object.
 *
 * @param body changed in place
 * @param path target path
 * @param value the value
 */
export function place(body: JsonObject, path: string, value: Json): void {
  if (path.startsWith('urn:')) {
    const at = path.lastIndexOf(':');
    child(body, path.slice(0, at))[path.slice(at + 1)] = value;
    return;
  }
  const bracket = /^([^[]+)\[.*?"(.*?)".*?\]\.?(.*)$/.exec(path);
  const dot = path.indexOf('.');
  if (bracket !== null) placeElement(body, bracket[1] ?? '', bracket[2] ?? '', bracket[3] || 'value', value);
  else if (dot < 0) body[path] = value;
  else child(body, path.slice(0, dot))[path.slice(dot + 1)] = value;
}

function placeElement(body: JsonObject, parent: string, type: string, sub: string, value: Json): void {
  const list = Array.isArray(body[parent]) ? body[parent] : [];
  body[parent] = list;
  let element = list.find((each): each is JsonObject => isObject(each) && each['type'] === type);
  if (element === undefined) {
    // The first type of a list is its primary one.
    element = { type, primary: list.length === 0 };
    list.push(element);
  }
  element[sub] = value;
}

function child(body: JsonObject, name: string): JsonObject {
  const there = body[name];
  if (isObject(there)) return there;
  const made: JsonObject = {};
  body[name] = made;
  return made;
}

/**
 * The value that the template sees at a target path of a resource, by its own rules.
 *
 * @param resource the resource
 * @param path target path
 * @returns undefined when there is none
 */
export function seenAt(resource: Json | undefined, path: string): Json | undefined {
  if (!isObject(resource)) return undefined;
  const bracket = /^([^[]+)\[type eq "(.*?)"\]\.?(.*)$/.exec(path);
  if (bracket !== null) {
    const list = resource[bracket[1] ?? ''];
    const wanted = (bracket[2] ?? '').toLowerCase();
    const element = Array.isArray(list)
      ? list.find((each) => isObject(each) && plainText(each['type']).toLowerCase() === wanted)
      : undefined;
    return isObject(element) ? element[bracket[3] || 'value'] : undefined;
  }
  if (path.startsWith('urn:')) {
    const extension = resource[path.slice(0, path.lastIndexOf(':'))];
    return isObject(extension) ? extension[path.slice(path.lastIndexOf(':') + 1)] : undefined;
  }
  if (!path.includes('.')) return resource[path];
  return path.split('.').reduce<Json | undefined>((value, part) => (isObject(value) ? value[part] : undefined), resource);
}

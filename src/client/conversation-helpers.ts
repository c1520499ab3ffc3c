import { plainText } from '../base/plain-text.js';
import type { Mapping } from '../mapping/mapping.js';
import { getMember, isObject, type Json } from '../scim/json.js';
import { nameAttribute, type ResourceType, type ScimResponse } from '../scim/message.js';
import { ENTERPRISE_USER_URN } from '../scim/urn.js';
import type { ConversationFailure, DirectoryObject, DirectoryValue, Outcome, Session } from './client.js';
import { resourcePath } from './encode.js';

/** The path of a linked object; ids may be any text, so they are always encoded. */
export function pathOf(object: DirectoryObject): string {
  return resourcePath(object.type, object.id ?? '');
}

/** A conversation that went as the client hoped. */
export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** An outcome that is no success, whatever the conversation was to bring. */
export type Failed = { readonly ok: false; readonly failure: ConversationFailure };

/**
 * A conversation that ends here, as it would in the client.
 *
 * @param kind what the client met
 * @param message one sentence about it
 */
export function stop(kind: ConversationFailure['kind'], message: string): Failed {
  return { ok: false, failure: { kind, message } };
}

/** Whether the status says success (RFC 9110 §15.3). */
export function succeeded(response: ScimResponse): boolean {
  return response.status >= 200 && response.status < 300;
}

/** `GET /Users answered 404 (no such user)`. */
export function answered(what: string, response: ScimResponse): string {
  const detail = isObject(response.body) ? getMember(response.body, 'detail') : undefined;
  return `${what} was answered ${response.status}${typeof detail === 'string' ? ` (${detail.slice(0, 200)})` : ''}`;
}

/**
 * The attribute that a client matches on first: the type's natural key where the mapping lets it be filtered, otherwise the
 * first attribute that does.
 *
 * @param mapping the app's mapping
 * @param type users or groups
 */
export function matchingAttribute(mapping: Mapping, type: ResourceType): string {
  const natural = nameAttribute(type);
  const rows = (type === 'User' ? mapping.users : mapping.groups) ?? [];
  const [stated] = rows.filter((row) => row.matching !== undefined).sort((a, b) => (a.matching ?? 0) - (b.matching ?? 0));
  if (stated !== undefined) return stated.name;
  const filterable = rows.filter((row) => row.filterable);
  if (filterable.length === 0 || filterable.some((row) => row.name.toLowerCase() === natural.toLowerCase())) return natural;
  return filterable[0]?.name ?? natural;
}

/** The attributes that a client may match on, in the order of the mapping; the first is the one of `matchingAttribute`. */
export function matchingAttributes(mapping: Mapping, type: ResourceType): string[] {
  const first = matchingAttribute(mapping, type);
  const rows = (type === 'User' ? mapping.users : mapping.groups) ?? [];
  const others = rows.filter((row) => row.filterable && row.name.toLowerCase() !== first.toLowerCase());
  return [first, ...others.filter((row) => row.type !== 'Boolean' && row.type !== 'Reference').map((row) => row.name)];
}

/** The value of one of the directory's attributes as text, for filters; names are compared without case. */
export function textOf(object: DirectoryObject, attribute: string): string | undefined {
  const wanted = attribute.toLowerCase();
  for (const [name, value] of object.attributes) {
    if (name.toLowerCase() === wanted || name.toLowerCase() === withoutValue(wanted))
      return isReference(value) ? value.reference : plainText(value);
  }
  return undefined;
}

/** Tables sometimes say `emails[type eq "work"]` where `.value` is meant. */
function withoutValue(path: string): string {
  return path.endsWith('].value') ? path.slice(0, -'.value'.length) : path;
}

/** The text in another letter case, where a look-up wants that. */
export function inCase(text: string, letterCase: 'upper' | 'lower' | undefined): string {
  if (letterCase === undefined) return text;
  return letterCase === 'upper' ? text.toUpperCase() : text.toLowerCase();
}

export function isReference(value: DirectoryValue): value is { readonly reference: string } {
  return typeof value === 'object' && !Array.isArray(value);
}

/**
 * A value as clients write it that send a manager as an object with the id as its value (RFC 7643 §4.3). Other attributes are what the
 * target says that they are: an object, or the id itself.
 *
 * @param session tells which attributes have no parts
 * @param type the type of the resource
 * @param path where the value goes
 * @param value the directory's value
 */
export function writtenValue({ isPlain }: Pick<Session, 'isPlain'>, type: ResourceType, path: string, value: DirectoryValue): Json {
  if (!isReference(value)) return value;
  const isText = /\.value$/i.test(path) || (!path.startsWith(ENTERPRISE_USER_URN) && isPlain?.(type, path) === true);
  return isText ? value.reference : { value: value.reference };
}

/** `userName` of a user, `displayName` of a group: the name that people know it by. */
export function nameOf(object: DirectoryObject): string {
  return textOf(object, nameAttribute(object.type)) ?? object.key;
}

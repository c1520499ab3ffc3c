import type { ResourceType } from '../../scim/message.js';
import { parsePath } from '../../scim/path.js';
import { COMMON_ATTRIBUTES } from '../../scim/schemas/common.js';
import { CORE_GROUP } from '../../scim/schemas/core-group.js';
import { CORE_USER } from '../../scim/schemas/core-user.js';
import type { Diagnostic } from '../../yaml/diagnostic.js';
import type { Path, YamlDocument } from '../../yaml/document.js';
import { nearest } from '../../yaml/nearest.js';

const CAPABILITIES: readonly string[] = ['create', 'update', 'remove', 'groups', 'entitlementsEndpoint', 'rolesEndpoint'];

/** Attributes of every resource (RFC 7643 §3.1). */
const COMMON: readonly string[] = COMMON_ATTRIBUTES.map(({ name }) => name);

const ATTRIBUTES: Readonly<Record<ResourceType, readonly string[]>> = {
  User: [...COMMON, ...CORE_USER.attributes.map(({ name }) => name)],
  Group: [...COMMON, ...CORE_GROUP.attributes.map(({ name }) => name)],
};

/**
 * Checks a target path: it must parse, and an attribute that is none of the type's but looks like one is a slip of the pen.
 * An attribute that resembles none is taken for the target's own.
 *
 * @param document the file
 * @param at where the path stands
 * @param text the path
 * @param type the resource type that it addresses; undefined when it may be either
 * @param side whether the path is a map key or a value
 */
export function pathProblems(
  document: YamlDocument,
  at: Path,
  text: string,
  type?: ResourceType,
  side: 'key' | 'value' = 'value',
): Diagnostic[] {
  const parsed = parsePath(text);
  if (!parsed.ok) {
    return [document.problem(at, `"${text}" is no attribute path: ${parsed.message}`, { at: side, offset: parsed.offset })];
  }
  const { urn, attribute } = parsed.value;
  if (urn !== undefined || attribute === undefined) return [];
  const known = type === undefined ? [...ATTRIBUTES.User, ...ATTRIBUTES.Group] : ATTRIBUTES[type];
  if (known.some((name) => name.toLowerCase() === attribute.toLowerCase())) return [];
  const meant = nearest(attribute, known);
  if (meant === undefined) return [];
  const message =
    type === undefined ? `no resource has an attribute "${attribute}"` : `a ${type.toLowerCase()} has no attribute "${attribute}"`;
  return [document.problem(at, message, { at: side, hint: `Did you mean "${meant}"?` })];
}

/**
 * Checks an item of `needs`: a capability or a target path.
 *
 * @param document the file
 * @param at where the item stands
 * @param need the item
 */
export function capabilityOrPath(document: YamlDocument, at: Path, need: string): Diagnostic[] {
  if (need === '' || CAPABILITIES.includes(need)) return [];
  const meant = nearest(need, CAPABILITIES);
  const attribute = ATTRIBUTES.User.some((name) => name.toLowerCase() === need.toLowerCase());
  if (meant !== undefined && !attribute) {
    return [document.problem(at, `"${need}" is neither a capability nor an attribute`, { hint: `Did you mean "${meant}"?` })];
  }
  return pathProblems(document, at, need);
}

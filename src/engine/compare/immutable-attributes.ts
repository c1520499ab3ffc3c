import { sentOperations } from '../../check/operation.js';
import { sameValue } from '../../scim/compare.js';
import { getMember, isObject, type Json, type JsonObject } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import { valueAt } from '../../scim/resource.js';
import { compilePath } from '../state/compiled-path.js';
import type { CompareContext } from './compare-context.js';
import { changedPaths } from './unsupported-attributes.js';

/** Where the target says that an attribute keeps its first value. */
export const DECLARED_IMMUTABLE = `"mutability": "immutable" in the target's /Schemas`;

/** What a client's mapping asks for that changes an attribute (SC2406). */
export const changeExpected = (path: string): string => `${path} can be changed, as the client's mapping has it`;

/**
 * Whether the target's own /Schemas says that an attribute keeps the value that it was created with (RFC 7643 §2.2): a refused
 * change is its right. Values in a list are another matter: they are put in and taken out as a whole.
 *
 * @param context the target's schemas
 * @param type the resource type
 * @param path a target path
 */
export function isImmutable({ facts: { advertised } }: Pick<CompareContext, 'facts'>, type: ResourceType, path: string): boolean {
  if (advertised === undefined) return false;
  const { attribute, definition } = compilePath(advertised, type, path);
  if (attribute?.mutability === 'immutable') return true;
  return attribute?.multiValued === false && definition?.mutability === 'immutable';
}

/**
 * The immutable attributes that a scenario's own request would change.
 *
 * @param context the target's schemas
 * @param type the resource type
 * @param request its method and its body
 * @param held the resource as it is; absent: the request creates it
 */
export function changedImmutables(
  context: CompareContext,
  type: ResourceType,
  request: { readonly method: string; readonly body?: Json },
  held: JsonObject | undefined,
): string[] {
  const { method, body } = request;
  if (context.facts.advertised === undefined || held === undefined || !isObject(body)) return [];
  if (method === 'PUT') return replacedImmutables(context, type, body, held);
  const operations = method === 'PATCH' && Array.isArray(body['Operations']) ? body['Operations'] : [];
  const whole = operations.flatMap(changedPaths).filter((path) => isImmutable(context, type, path));
  return whole.length > 0 ? whole : immutablePartsChanged(context, type, body, held);
}

/**
 * The immutable parts of complex attributes for which a PATCH brings other values with the attribute as a whole.
 *
 * @param context the target's schemas
 * @param type the resource type
 * @param body the body of the PATCH
 * @param held the resource as it is
 */
export function immutablePartsChanged(context: CompareContext, type: ResourceType, body: Json | undefined, held: JsonObject): string[] {
  return sentOperations(body).flatMap((operation) => partsReplaced(context, type, operation, held));
}

function partsReplaced(context: CompareContext, type: ResourceType, { path, value }: JsonObject, held: JsonObject): string[] {
  if (!isObject(value)) return [];
  if (typeof path !== 'string') return replacedImmutables(context, type, value, held);
  return replacedImmutables(context, type, { [path]: value }, { [path]: valueAt(held, path) ?? null });
}

/** The immutable attributes, and parts of attributes, of which a whole resource has another value than the one in its place. */
function replacedImmutables(context: CompareContext, type: ResourceType, sent: JsonObject, held: JsonObject): string[] {
  return Object.entries(sent).flatMap(([name, value]) => {
    const before = getMember(held, name);
    if (isImmutable(context, type, name)) return sameValue(value, before) ? [] : [name];
    if (!isObject(value)) return [];
    const separator = name.includes(':') ? ':' : '.';
    const parts = isObject(before) ? before : {};
    return Object.entries(value).flatMap(([part, each]) => {
      const path = `${name}${separator}${part}`;
      return isImmutable(context, type, path) && !sameValue(each, getMember(parts, part)) ? [path] : [];
    });
  });
}

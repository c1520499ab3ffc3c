import type { Family } from '../../client/client.js';
import { type Filter, parseFilter } from '../../scim/filter.js';
import { isObject, type Json } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import type { AttributePath } from '../../scim/path.js';
import { type SchemaSet, STANDARD_SCHEMAS } from '../../scim/schema-set.js';
import { CORE_URNS } from '../../scim/urn.js';
import { isMapped } from '../mapping/mapped-rows.js';
import { compilePath } from '../state/compiled-path.js';
import type { CompareContext } from './compare-context.js';

/** What an app must hold for Okta, whatever its /Schemas says (Okta, "Prepare your SCIM integration"). */
const NEEDED_BY_OKTA = /^(userName|name\.(givenName|familyName)|emails\b.*|active)$/i;

/**
 * Whether a target says in /Schemas that it does not have an attribute that the standard has, or that it sets it itself: a
 * service provider's schema says what it supports (RFC 7643 §7). An attribute that the mapping names is demanded all the same.
 *
 * @param context the target's schemas and the mapping
 * @param family who would send or read it
 * @param type the resource type
 * @param path a target path
 */
export function isUnsupported(context: CompareContext, family: Family, type: ResourceType, path: string): boolean {
  const { advertised } = context.facts;
  if (advertised?.schema(CORE_URNS[type]) === undefined || (family === 'okta' && NEEDED_BY_OKTA.test(path))) return false;
  const parsed = compilePath(advertised, type, path).path;
  if (parsed === undefined || !isWritable(STANDARD_SCHEMAS, parsed, type) || isWritable(advertised, parsed, type)) return false;
  return !isMapped(context.mapping, type, path);
}

/** An attribute whose sub-attributes nobody lists may have any (RFC 7643 §7: there SHOULD be a list). */
function isWritable(schemas: SchemaSet, path: AttributePath, type: ResourceType): boolean {
  const attribute = schemas.whole(path, type);
  const definition = attribute?.subAttributes === undefined ? attribute : schemas.find(path, type);
  return definition !== undefined && definition.mutability !== 'readOnly';
}

/**
 * The first attribute that a scenario's own request is about and that the target says it does not have: the target of a PATCH
 * operation, or what a filter compares.
 *
 * @param context the target's schemas and the mapping
 * @param family who sends it
 * @param type the resource type
 * @param request its path with the query, and its body
 */
export function unsupportedAttribute(
  context: CompareContext,
  family: Family,
  type: ResourceType,
  request: { readonly target: string; readonly body?: Json },
): string | undefined {
  const operations = isObject(request.body) ? request.body['Operations'] : undefined;
  const changed = Array.isArray(operations) ? operations.flatMap(changedPaths) : [];
  return [...changed, ...comparedPaths(request.target)].find((path) => isUnsupported(context, family, type, path));
}

/**
 * The attributes that an operation of a PATCH is about.
 *
 * @param operation one item of `Operations`
 */
export function changedPaths(operation: Json): string[] {
  if (!isObject(operation)) return [];
  if (typeof operation['path'] === 'string') return [operation['path']];
  return isObject(operation['value']) ? Object.keys(operation['value']) : [];
}

function comparedPaths(target: string): string[] {
  const filter = new URLSearchParams(target.split('?')[1] ?? '').get('filter');
  const parsed = filter === null ? undefined : parseFilter(filter);
  return parsed?.ok === true ? attributesOf(parsed.value) : [];
}

function attributesOf(filter: Filter): string[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return [...attributesOf(filter.left), ...attributesOf(filter.right)];
    case 'not':
      return attributesOf(filter.filter);
    default: {
      const { attribute, sub, urn } = filter.path;
      return [`${urn === undefined ? '' : `${urn}:`}${attribute ?? ''}${sub === undefined ? '' : `.${sub}`}`];
    }
  }
}

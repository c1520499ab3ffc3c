import { getMember, isObject, type Json, type JsonObject } from '../scim/json.js';
import { parsePath } from '../scim/path.js';
import type { Observation } from './context.js';

/** Of a long list the first ones stand for all. */
const MOST = 20;

/**
 * The resources that a success shows: those of a list, or the one of any other answer.
 *
 * @param seen the exchange
 * @returns none for errors, for bodies without an id, and for a success where a refusal is wanted: that is the finding
 */
export function resourcesOf({ request, response, wanted }: Pick<Observation, 'request' | 'response' | 'wanted'>): JsonObject[] {
  if (wanted?.every((status) => status >= 400) === true) return [];
  if (request.resourceType === undefined || response.status >= 300 || !isObject(response.body)) return [];
  const listed = getMember(response.body, 'Resources');
  if (Array.isArray(listed)) return listed.slice(0, MOST).filter(isObject);
  return getMember(response.body, 'id') === undefined ? [] : [response.body];
}

/**
 * A parameter of the query, decoded as a form is.
 *
 * @param target path and query
 * @param name the parameter's name
 */
export function parameterOf(target: string, name: string): string | undefined {
  const mark = target.indexOf('?');
  return mark < 0 ? undefined : (new URLSearchParams(target.slice(mark + 1)).get(name) ?? undefined);
}

/** The path of a target, without its query and a slash at the end. */
export function pathOf(target: string): string {
  return (target.split('?')[0] ?? '').replace(/\/+$/, '');
}

/** The client asked for some attributes only, so an answer need not be complete (RFC 7644 §3.9). */
export function isPartial(target: string): boolean {
  return parameterOf(target, 'attributes') !== undefined || parameterOf(target, 'excludedAttributes') !== undefined;
}

/**
 * What the target's ServiceProviderConfig says of a feature.
 *
 * @param config the document, as far as there is one
 * @param feature `filter`, `bulk` …
 * @param name `supported`, `maxResults`, `maxOperations` …
 */
export function promised(config: Json | undefined, feature: string, name: string): Json | undefined {
  const section = isObject(config) ? getMember(config, feature) : undefined;
  return isObject(section) ? getMember(section, name) : undefined;
}

/**
 * Whether the target's ServiceProviderConfig has a feature.
 *
 * @param config the document, as far as there is one
 * @param feature `patch`, `filter`, `etag` …
 * @returns undefined where it says nothing
 */
export function advertises(config: Json | undefined, feature: string): boolean | undefined {
  const supported = promised(config, feature, 'supported');
  return typeof supported === 'boolean' ? supported : undefined;
}

/**
 * Whether the target's schemas say that an attribute is part of every answer, whatever was asked for (RFC 7643 §7).
 *
 * @param seen the exchange
 * @param name a member of a resource: an attribute, or the URN of an extension
 */
export function isAlwaysReturned({ facts, request }: Pick<Observation, 'facts' | 'request'>, name: string): boolean {
  const extension = facts.schemas.schema(name);
  if (extension !== undefined) return extension.attributes.some((attribute) => attribute.returned === 'always');
  const path = parsePath(name, facts.schemas.urns);
  return path.ok && facts.schemas.find(path.value, request.resourceType ?? 'User')?.returned === 'always';
}

/** Whether a value is one: null and an empty list mean the same as no value at all (RFC 7643 §2.5). */
export function isAssigned(value: Json | undefined): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

import { plainText } from '../base/plain-text.js';
import { heldSecret } from '../base/redacted.js';
import { getMember, isObject, type Json, type JsonObject } from './json.js';

/** A ListResponse as a client reads it. */
export interface ListRead {
  readonly total: number | undefined;
  readonly resources: readonly JsonObject[];
}

/**
 * Reads a ListResponse the forgiving way that clients do: names without case, missing `Resources` when nothing was found
 * (RFC 7644 §3.4.2 allows that), entries that are no objects left out.
 *
 * @param body a response body
 * @returns undefined when it is no ListResponse
 */
export function readList(body: Json | undefined): ListRead | undefined {
  if (!isObject(body)) return undefined;
  const resources = getMember(body, 'Resources');
  const total = getMember(body, 'totalResults');
  const count = typeof total === 'number' ? total : typeof total === 'string' && total.trim() !== '' ? Number(plainText(total)) : undefined;
  if (Array.isArray(resources)) return { total: count, resources: resources.filter(isObject) };
  return (resources === undefined || resources === null) && count !== undefined ? { total: count, resources: [] } : undefined;
}

/**
 * The resource of an answer, when it is one that a client can use: an object with a non-empty `id` that holds no secret of ours.
 *
 * @param body a response body
 */
export function readResource(body: Json | undefined): (JsonObject & { readonly id: string }) | undefined {
  if (!isObject(body)) return undefined;
  const id = getMember(body, 'id');
  return typeof id === 'string' && id !== '' && !heldSecret(id) ? { ...body, id } : undefined;
}

/** Whether a body is a message of SCIM: it names a schema, or it is a list. */
export function speaksScim(body: Json | undefined): boolean {
  if (!isObject(body)) return false;
  const schemas = getMember(body, 'schemas');
  const named = Array.isArray(schemas) && schemas.some((schema) => typeof schema === 'string' && schema.startsWith('urn:'));
  return named || readList(body) !== undefined;
}

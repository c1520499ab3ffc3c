import type { Json } from '../../scim/json.js';
import { CREDENTIAL, type ScimRequest } from '../../scim/message.js';
import type { Dialect, DirectoryValue } from '../client.js';
import { isReference } from '../talk.js';

/** One PATCH operation, as it goes over the wire. */
export type Operation = { readonly op: string; readonly path?: string; readonly value?: Json };

/** A change to one target path, before a dialect gives it its shape. */
export interface PathChange {
  readonly kind: 'add' | 'replace' | 'remove';
  readonly path: string;
  readonly value?: DirectoryValue;
}

/** What differs between the two shapes of Entra's PATCH. */
export interface EntraShape {
  readonly dialect: Dialect;
  readonly title: string;
  /** The operations of one PATCH. */
  attributes(changes: readonly PathChange[]): Operation[];
  addMembers(ids: readonly string[]): Operation[];
  removeMembers(ids: readonly string[]): Operation[];
}

/** A value in a JSON body: references are bare ids (USE: "manager" is sent as a string; failures F20). */
export function plainValue(value: DirectoryValue): Json {
  return isReference(value) ? value.reference : value;
}

/**
 * A request with Entra's headers: reads carry the credential alone, writes name their media type; no User-Agent, no Accept
 * (observed in the field, failures F71 and F72).
 *
 * @param request method, target and the rest
 */
export function entraRequest(request: Omit<ScimRequest, 'headers'>): ScimRequest {
  const type = 'body' in request || 'rawBody' in request ? ([['Content-Type', 'application/scim+json; charset=utf-8']] as const) : [];
  return { ...request, headers: [['Authorization', CREDENTIAL], ...type] };
}

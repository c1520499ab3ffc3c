import type { Json } from '../../scim/json.js';
import { CREDENTIAL, type ScimRequest } from '../../scim/message.js';
import type { Dialect, DirectoryValue } from '../client.js';
import { isReference } from '../conversation-helpers.js';
import type { Variant } from '../variant.js';

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
  /** Not played when only the family is named. */
  readonly onRequest?: boolean;
  /** Most members of a group that are carried over; absent: all. */
  readonly mostMembers?: number;
  /** The operations of one PATCH. */
  attributes(changes: readonly PathChange[], variant?: Variant): Operation[];
  /** The operations that bring roles, a list of objects, into the target. */
  roles(roles: readonly Json[], variant?: Variant): Operation[];
  addMembers(ids: readonly string[], variant?: Variant): Operation[];
  removeMembers(ids: readonly string[], variant?: Variant): Operation[];
}

/** A value in a JSON body: references are bare ids (failures F20; the manager is sent as a string). */
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

import type { Json } from './json.js';

/** The resource types that Entra and Okta provision. */
export type ResourceType = 'User' | 'Group';

/** Where each resource type lives below the base URL (RFC 7644 §3.2). */
export const ENDPOINTS: Readonly<Record<ResourceType, string>> = { User: '/Users', Group: '/Groups' };

/** The attribute that names a resource for people, and that must be unique. */
export function nameAttribute(type: ResourceType): 'userName' | 'displayName' {
  return type === 'User' ? 'userName' : 'displayName';
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A header line as it goes over the wire: name (case kept) and value. Order and duplicates are kept. */
export type Header = readonly [name: string, value: string];

/** Whether a status says that there is nothing (RFC 7644 §3.12; 410: RFC 9110 §15.5.11). */
export function isNotThere(status: number): boolean {
  return status === 404 || status === 410;
}

/**
 * Stands in a request where the credential goes. Only the network edge knows the credential; everything before and
 * after it, events and reports included, sees this text.
 */
export const CREDENTIAL = '$SCIM_CHECK_TOKEN';

/** Why a request is sent. Checks and reports read it; the wire does not. */
export type Purpose =
  /** the client's "test connection" */
  | 'connect'
  /** the same with a wrong credential */
  | 'refuse'
  /** the same without any */
  | 'anonymous'
  /** a filter for a random value, which must find nothing */
  | 'probe'
  | 'match'
  | 'create'
  | 'read'
  | 'update'
  | 'delete'
  | 'list'
  /** ServiceProviderConfig, ResourceTypes, Schemas */
  | 'discover'
  /** scim-check's own read after a write: not part of the client's traffic */
  | 'verify'
  /** scim-check's own removal of what it created */
  | 'cleanup'
  /** a `request:` step of a scenario */
  | 'raw';

/** One request of a client, exactly as it is to be sent, with what the engine needs to know about it. */
export interface ScimRequest {
  readonly method: Method;
  /** Path and query below the base URL, already encoded the way the client encodes: `/Users?filter=userName+eq+%22a%22`. */
  readonly target: string;
  /** All headers but Host and Content-Length, in the client's order and case. The credential stands as `CREDENTIAL`. */
  readonly headers: readonly Header[];
  /** The body as JSON; its member order is the client's. */
  readonly body?: Json;
  /** A body that is not JSON, for scenarios that need one. Wins over `body`. */
  readonly rawBody?: string;
  readonly purpose: Purpose;
  /** scim-check's own request: no client sends it. */
  readonly own?: true;
  readonly resourceType?: ResourceType;
  /** The id of the resource that the request addresses, when it addresses one. */
  readonly id?: string;
  /** The filter that `target` carries, for judging the answer. */
  readonly filter?: FilterSent;
}

/** An equality filter in the client's words. `value` is what the filter compares with. */
export interface FilterSent {
  readonly attribute: string;
  readonly value: string;
  /** Set when the value is written in another case than the resource has it. */
  readonly otherCase?: boolean;
  /** Set when the client asks by this attribute only where an administrator has chosen so, and nobody says that one has. */
  readonly byChoice?: boolean;
}

/** What came back, parsed as far as it can be. Never throws on access: a body that is no JSON has `body` undefined. */
export interface ScimResponse {
  readonly status: number;
  /** Header lines as received: case, order and duplicates kept. */
  readonly headers: readonly Header[];
  /** The body as text, cut at the engine's limit. */
  readonly text: string;
  /** The body as JSON; undefined when there is none or it cannot be parsed. */
  readonly body?: Json;
  /** Why `body` is undefined although there is text. */
  readonly parseError?: string;
  /** Why `body` is undefined although nothing need be wrong with the text: it is more than is read of one answer. */
  readonly unread?: string;
  /** Milliseconds from sending the request to the last byte of the answer. */
  readonly milliseconds: number;
}

/**
 * Reads a response or request header, without regard to case.
 *
 * @param headers header lines
 * @param name header name
 * @returns the first value, or undefined
 */
export function headerOf(headers: readonly Header[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([key]) => key.toLowerCase() === wanted)?.[1];
}

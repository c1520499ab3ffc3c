import type { ResourceType } from '../scim/message.js';

/** What a request's path addresses. */
export type Route =
  | { readonly kind: 'root' }
  | { readonly kind: 'collection'; readonly type: ResourceType }
  | { readonly kind: 'resource'; readonly type: ResourceType; readonly id: string }
  | { readonly kind: 'search'; readonly types: readonly ResourceType[] }
  | { readonly kind: 'config' }
  | { readonly kind: 'schemas'; readonly id?: string }
  | { readonly kind: 'resourceTypes'; readonly id?: string }
  | { readonly kind: 'bulk' }
  /** A part of the protocol that the sample server does not have: `/Me`. */
  | { readonly kind: 'unsupported'; readonly name: string }
  | { readonly kind: 'unknown' };

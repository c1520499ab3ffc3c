import { pathOf } from './resources.js';

/** The endpoints that a check may be about, in lower case: the first part of a path (RFC 7644 §3.2). */
export const ENDPOINTS = ['users', 'groups', 'bulk', 'schemas', 'resourcetypes', 'serviceproviderconfig'] as const;

export type Endpoint = (typeof ENDPOINTS)[number];

/**
 * The endpoint of a request.
 *
 * @param target path and query, below the base URL
 * @returns undefined for endpoints that no check is about
 */
export function endpointOf(target: string): Endpoint | undefined {
  const first = pathOf(target).split('/')[1]?.toLowerCase();
  return ENDPOINTS.find((endpoint) => endpoint === first);
}

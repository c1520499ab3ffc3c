import { headerOf, type ScimRequest } from '../../../scim/message.js';
import type { Variation } from './variation.js';

/** How clients label a body: both media types, with and without a charset. */
const TYPES: readonly string[] = ['application/scim+json', 'application/json', 'application/scim+json; charset=utf-8'];

/**
 * A request with its body labelled otherwise.
 *
 * @param request a request that was refused
 */
export function otherMediaTypes(request: ScimRequest): Variation[] {
  const sent = headerOf(request.headers, 'content-type');
  if (sent === undefined) return [];
  return TYPES.filter((type) => type !== sent.toLowerCase()).map((type) => ({
    difference: `with "Content-Type: ${type}"`,
    check: 'SC1216',
    request: {
      ...request,
      headers: request.headers.map(([name, value]) => [name, name.toLowerCase() === 'content-type' ? type : value] as const),
    },
  }));
}

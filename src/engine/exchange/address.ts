import { ENDPOINTS, type ResourceType } from '../../scim/message.js';

/** What a path leads to. */
export interface Address {
  readonly resourceType?: ResourceType;
  /** Decoded; absent for a collection and for a search in it. */
  readonly id?: string;
}

/**
 * Reads what a path below the base URL leads to.
 *
 * @param target the path, with or without a query
 * @returns nothing for a path outside /Users and /Groups
 */
export function addressOf(target: string): Address {
  const [, collection = '', segment = ''] = (target.split('?')[0] ?? '').split('/');
  const wanted = `/${collection}`.toLowerCase();
  const resourceType = (Object.keys(ENDPOINTS) as ResourceType[]).find((type) => ENDPOINTS[type].toLowerCase() === wanted);
  if (resourceType === undefined) return {};
  return { resourceType, ...(segment === '' || segment === '.search' ? {} : { id: decodeSegment(segment) }) };
}

/**
 * A path segment without its percent-encoding; one that cannot be decoded stays as it is.
 *
 * @param segment one segment of a request's path
 */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

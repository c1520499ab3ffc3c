import { heldSecret } from '../base/redacted.js';
import { ENDPOINTS, type Header, headerOf, type ResourceType } from './message.js';

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

/**
 * The id in the Location of an answer (RFC 7644 §3.3), which is a URL below any base.
 *
 * @param headers of the answer
 * @param type what it should lead to
 * @returns undefined where it leads to nothing of this type, or a secret has been taken out of it
 */
export function locatedId(headers: readonly Header[], type: ResourceType): string | undefined {
  const path = (headerOf(headers, 'location') ?? '').split(/[?#]/)[0] ?? '';
  const { resourceType, id } = addressOf(`/${path.split('/').slice(-2).join('/')}`);
  return resourceType === type && id !== undefined && !heldSecret(id) ? id : undefined;
}

import { getMember } from '../../scim/json.js';
import type { Seen } from '../context.js';

/** Purposes of a read by id. */
export const READS = new Set(['read', 'verify']);

/** A read of a living resource of this run. */
export function isRead({ request, addressed }: Seen): boolean {
  return READS.has(request.purpose) && request.method === 'GET' && addressed !== undefined && !addressed.deleted;
}

/** The resource that is addressed is a deactivated user. */
export function isInactive(seen: Seen): boolean {
  return seen.addressed !== undefined && getMember(seen.addressed.resource, 'active') === false;
}

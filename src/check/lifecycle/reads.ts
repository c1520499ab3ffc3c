import { getMember } from '../../scim/json.js';
import type { Observation } from '../context.js';

/** Purposes of a read by id. */
export const READS = new Set(['read', 'verify']);

/** A read of a living resource of this run. */
export function isRead({ request, addressed }: Observation): boolean {
  return READS.has(request.purpose) && request.method === 'GET' && addressed !== undefined && !addressed.deleted;
}

/** The resource that is addressed is a deactivated user. */
export function isInactive(observation: Observation): boolean {
  return observation.addressed !== undefined && getMember(observation.addressed.resource, 'active') === false;
}

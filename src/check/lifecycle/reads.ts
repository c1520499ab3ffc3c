import { getMember, isObject } from '../../scim/json.js';
import { isNotThere } from '../../scim/message.js';
import type { Exchanges } from '../check.js';
import type { Observation } from '../context.js';

/** Reads by id: the client's, and scim-check's own after a write. */
export const READS = { methods: ['GET'], purposes: ['read', 'verify'] } as const satisfies Exchanges;

/** The request addresses a living resource of this run. */
export function isLiving({ addressed }: Observation): boolean {
  return addressed !== undefined && !addressed.deleted;
}

/** The answer says that there is nothing, and there was something before. */
export function isVanished({ addressed, response }: Observation): boolean {
  return addressed?.shown === true && isNotThere(response.status);
}

/** The answer has a list of resources in the place of one. */
export function isListed({ response }: Observation): boolean {
  return isObject(response.body) && getMember(response.body, 'id') === undefined && Array.isArray(getMember(response.body, 'Resources'));
}

/** The resource that is addressed is a deactivated user. */
export function isInactive(observation: Observation): boolean {
  return observation.addressed !== undefined && getMember(observation.addressed.resource, 'active') === false;
}

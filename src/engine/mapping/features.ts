import { advertises } from '../../check/resources.js';
import type { Family } from '../../client/client.js';
import { ENDPOINT_NEEDS, FEATURE_NEEDS } from '../../scenario/needs.js';
import type { Json } from '../../scim/json.js';

/** Whether a need is a feature that ServiceProviderConfig speaks of. */
export function isFeature(need: string): boolean {
  return FEATURE_NEEDS.includes(need);
}

/**
 * The features that a client of the standard does without because the target does not promise them. Entra and Okta do not
 * read ServiceProviderConfig: they are denied nothing.
 *
 * @param family the client's family
 * @param config the target's ServiceProviderConfig; without one nothing is known, and what the standard makes basic is tried
 * @param needs what a scenario needs
 */
export function deniedFeatures(family: Family, config: Json | undefined, needs: readonly string[]): string[] {
  if (family !== 'rfc') return [];
  return needs.filter((need) => isFeature(need) && !(advertises(config, need) ?? BASIC.has(need)));
}

/** Tried where the target does not say whether it has them. */
const BASIC = new Set(['patch', 'filter']);

/** Whether a need is an endpoint that /ResourceTypes must advertise. */
export function isEndpointNeed(need: string): boolean {
  return Object.hasOwn(ENDPOINT_NEEDS, need);
}

/**
 * The endpoints that a scenario needs and the target does not advertise.
 *
 * @param advertised the endpoints of Okta's own resource types in /ResourceTypes
 * @param needs what the scenario needs
 */
export function missingEndpoints(advertised: readonly string[], needs: readonly string[]): string[] {
  return needs.flatMap((need) => ENDPOINT_NEEDS[need] ?? []).filter((endpoint) => !advertised.includes(endpoint));
}

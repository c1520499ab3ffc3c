import { advertises } from '../../check/resources.js';
import type { Family } from '../../client/client.js';
import type { Json } from '../../scim/json.js';

/** The features of ServiceProviderConfig that a scenario may name among its `needs`. */
const FEATURES = new Set(['patch', 'bulk', 'filter', 'changePassword', 'sort', 'etag']);

/** Whether a need is a feature that ServiceProviderConfig speaks of. */
export function isFeature(need: string): boolean {
  return FEATURES.has(need);
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

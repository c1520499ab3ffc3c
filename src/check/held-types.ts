import type { ResourceType } from '../scim/message.js';
import type { CheckId } from './check-id.js';

/** Of checks that were seen to hold for a resource type, the types. */
export type HeldTypes = ReadonlyMap<CheckId, ReadonlySet<ResourceType>>;

/**
 * Whether what held in a run held for this resource type, too.
 *
 * @param check the check
 * @param type the type; undefined: nothing in particular
 * @param types of the checks of the run
 */
export function heldFor(check: CheckId, type: ResourceType | undefined, types: HeldTypes): boolean {
  return type === undefined || types.get(check)?.has(type) !== false;
}

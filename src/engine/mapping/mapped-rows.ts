import { matchingAttribute } from '../../client/conversation-helpers.js';
import type { MappedAttribute, Mapping } from '../../mapping/mapping.js';
import type { ResourceType } from '../../scim/message.js';

/** Attributes whose elements carry a `value`; tables sometimes leave it out. */
const PLURAL = /^(emails|phoneNumbers|ims|photos|entitlements|roles|x509Certificates)\[[^\]]*\]$/i;

/**
 * The target path that a mapping row means. Tables leave `.value` out at times: `emails[type eq "work"]`.
 *
 * @param name the path as the mapping has it
 */
export function targetPath(name: string): string {
  return PLURAL.test(name) ? `${name}.value` : name;
}

/** The rows of a resource type, each with the path that it means. */
export function mappedRows(mapping: Mapping, type: ResourceType): MappedAttribute[] {
  const rows = (type === 'User' ? mapping.users : mapping.groups) ?? [];
  return rows.map((row) => ({ ...row, name: targetPath(row.name) }));
}

/** The need of a scenario that starts from an account which the client must find by its userName. */
const BY_USER_NAME = 'matchesByUserName';

/**
 * Whether a mapping has what a scenario needs.
 *
 * @param mapping the mapping
 * @param need a target path, a capability, or `matchesByUserName`
 * @param types the resource types that the scenario creates: one of them must have the attribute
 */
export function offers(mapping: Mapping, need: string, types: readonly ResourceType[] = ['User', 'Group']): boolean {
  if (need === 'groups') return mapping.groups !== undefined && mapping.capabilities.groups;
  if (need === 'remove' || need === 'create' || need === 'update') return mapping.capabilities[need];
  if (need === BY_USER_NAME) return matchingAttribute(mapping, 'User').toLowerCase() === 'username';
  const wanted = targetPath(need).toLowerCase();
  return types.flatMap((type) => mappedRows(mapping, type)).some((row) => row.name.toLowerCase() === wanted);
}

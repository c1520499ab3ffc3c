import type { MappedAttribute, Mapping } from '../mapping/mapping.js';
import type { ResourceType } from '../scim/message.js';

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
export function rowsOf(mapping: Mapping, type: ResourceType): MappedAttribute[] {
  const rows = (type === 'User' ? mapping.users : mapping.groups) ?? [];
  return rows.map((row) => ({ ...row, name: targetPath(row.name) }));
}

/** Whether a mapping has a row for a target path, or the capability of that name. */
export function offers(mapping: Mapping, need: string): boolean {
  if (need === 'groups') return mapping.groups !== undefined && mapping.capabilities.groups;
  if (need === 'remove' || need === 'create' || need === 'update') return mapping.capabilities[need];
  const wanted = targetPath(need).toLowerCase();
  return [...rowsOf(mapping, 'User'), ...rowsOf(mapping, 'Group')].some((row) => row.name.toLowerCase() === wanted);
}

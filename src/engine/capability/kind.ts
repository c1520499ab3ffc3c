import type { Capability } from '../../event/capability.js';
import type { MappedAttribute } from '../../mapping/mapping.js';
import type { ResourceType } from '../../scim/message.js';
import { CORE_URNS } from '../../scim/urn.js';

/**
 * What a client must be able to do to change an attribute.
 *
 * @param path target path, as the mapping has it
 * @param type whose attribute it is
 * @param row its row in the mapping, if there is one
 * @param value the new value; undefined when it is not known, or when the value goes
 * @returns undefined for what no capability is about, such as a password
 */
export function capabilityOfChange(
  path: string,
  type: ResourceType,
  row?: Pick<MappedAttribute, 'type'>,
  value?: unknown,
): Capability | undefined {
  const name = path.toLowerCase();
  if (type === 'Group') return name === 'displayname' ? 'rename-group' : name === 'members' ? 'members' : undefined;
  if (name === 'password') return undefined;
  if (name === 'username') return 'rename';
  if (name === 'active') return value === undefined ? undefined : value === true ? 'restore' : 'disable';
  if (/^roles\b/.test(name)) return 'roles';
  if (row?.type === 'Reference' || /(^|:)manager(\.value)?$/.test(name)) return 'references';
  if (name.startsWith('urn:') && !name.startsWith(`${CORE_URNS.User.toLowerCase()}:`)) return 'extension-attributes';
  if (path.includes('[')) return 'value-paths';
  return row?.type === 'Boolean' ? 'boolean-attributes' : 'simple-attributes';
}

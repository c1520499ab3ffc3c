import { matchingAttribute } from '../../client/conversation-helpers.js';
import type { MappedAttribute, Mapping } from '../../mapping/mapping.js';
import { BESIDES, BY_USER_NAME, EVERYONE } from '../../scenario/needs.js';
import type { Scenario } from '../../scenario/scenario.js';
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

/** Rows are asked for with every request; a mapping does not change. */
const rowsOfMapping = new WeakMap<Mapping, Readonly<Record<ResourceType, MappedTable>>>();

interface MappedTable {
  readonly rows: readonly MappedAttribute[];
  /** Path in lower case → its first row. */
  readonly byPath: ReadonlyMap<string, MappedAttribute>;
}

/** The rows of a resource type, each with the path that it means. */
export function mappedRows(mapping: Mapping, type: ResourceType): readonly MappedAttribute[] {
  return tableOf(mapping, type).rows;
}

/** The row of a target path, whatever its letter case (RFC 7643 §2.1). */
export function rowOf(mapping: Mapping, type: ResourceType, path: string): MappedAttribute | undefined {
  return tableOf(mapping, type).byPath.get(path.toLowerCase());
}

/** Whether a mapping has a target path. */
export function isMapped(mapping: Mapping, type: ResourceType, path: string): boolean {
  return rowOf(mapping, type, path) !== undefined;
}

function tableOf(mapping: Mapping, type: ResourceType): MappedTable {
  const known = rowsOfMapping.get(mapping) ?? { User: tableWith(mapping.users), Group: tableWith(mapping.groups ?? []) };
  rowsOfMapping.set(mapping, known);
  return known[type];
}

function tableWith(attributes: readonly MappedAttribute[]): MappedTable {
  const rows = attributes.map((row) => ({ ...row, name: targetPath(row.name) }));
  const byPath = new Map<string, MappedAttribute>();
  for (const row of rows) if (!byPath.has(row.name.toLowerCase())) byPath.set(row.name.toLowerCase(), row);
  return { rows, byPath };
}

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
  // How many people there are is known when the others have been played.
  if (need === EVERYONE) return true;
  if (need === BESIDES) return types.some((type) => (mapping.besides?.[type] ?? []).length > 0);
  if (need === BY_USER_NAME) return matchingAttribute(mapping, 'User').toLowerCase() === 'username';
  // A manager is mapped whole, or by the value in it.
  const paths = /(^|:)manager$/i.test(need) ? [targetPath(need), `${targetPath(need)}.value`] : [targetPath(need)];
  return types.some((type) => paths.some((path) => isMapped(mapping, type, path)));
}

/**
 * Whether a scenario is about what the target offers and the client does not exchange of itself.
 *
 * @param mapping what the client exchanges
 * @param scenario the scenario
 */
export function isAboutOffer(mapping: Mapping, { needs }: Pick<Scenario, 'needs'>): boolean {
  return needs.some((need) => need === BESIDES || rowOf(mapping, 'User', targetPath(need))?.offered === true);
}

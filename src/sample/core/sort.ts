import { getMember, isObject, type Json } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import { type AttributePath, parsePath } from '../../scim/path.js';
import type { Query } from '../query.js';
import type { Entry } from '../store.js';
import type { World } from '../world.js';
import { qualify } from './qualify.js';

/**
 * Puts the result of a query in the order that `sortBy` and `sortOrder` ask for (RFC 7644 §3.4.2.3): by the value of the
 * attribute, of a list by its primary value or else the first, letter case as the schema says, no value last. An attribute
 * that no schema has leaves the order as it is.
 *
 * @param world what the stages share
 * @param entries the whole result
 * @param query the parameters
 * @param types the resource types that are searched
 */
export function sort(world: World, entries: readonly Entry[], query: Query, types: readonly ResourceType[]): readonly Entry[] {
  const parsed = query.sortBy === undefined ? undefined : parsePath(query.sortBy, world.catalogue.urns);
  const path = parsed?.ok === true ? qualify(world.catalogue, parsed.value, types) : undefined;
  if (path === undefined) return entries;
  const isExact = types.every((type) => world.catalogue.set.find(path, type)?.caseExact === true);
  const keyed = entries.map((entry) => ({ entry, key: keyOf(valueBehind(world.stages.render(entry), path), isExact) }));
  const sign = query.sortOrder === 'descending' ? -1 : 1;
  return keyed.sort((left, right) => sign * compare(left.key, right.key)).map(({ entry }) => entry);
}

function valueBehind(resource: Json, { urn, attribute, sub }: AttributePath): Json | undefined {
  const extension = urn?.includes(':extension:') === true && isObject(resource) ? getMember(resource, urn) : resource;
  const value = isObject(extension) && attribute !== undefined ? getMember(extension, attribute) : undefined;
  const one = Array.isArray(value) ? (value.find((item) => isObject(item) && item['primary'] === true) ?? value[0]) : value;
  return isObject(one) ? getMember(one, sub ?? 'value') : one;
}

function keyOf(value: Json | undefined, isExact: boolean): string | number | undefined {
  if (value === undefined || value === null || typeof value === 'object') return undefined;
  if (typeof value === 'string') return isExact ? value : value.toLowerCase();
  return Number(value);
}

/** No value comes after all others. */
function compare(left: string | number | undefined, right: string | number | undefined): number {
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  return left < right ? -1 : left > right ? 1 : 0;
}

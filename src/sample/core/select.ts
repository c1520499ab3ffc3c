import { type Filter, parseFilter } from '../../scim/filter.js';
import { matches as filterMatches } from '../../scim/filter-match.js';
import type { JsonObject } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import type { AttributePath } from '../../scim/path.js';
import { badRequest } from '../refusal.js';
import type { Entry } from '../store.js';
import type { World } from '../world.js';

/**
 * The entries that a filter selects. A filter that cannot be parsed, or that names an attribute which no schema has, is
 * refused: an answer as if there were no filter would hand a client somebody else's account.
 *
 * @param world what the stages share
 * @param entries what is searched
 * @param text the filter, decoded
 * @param types the resource types that are searched
 */
export function select(world: World, entries: readonly Entry[], text: string, types: readonly ResourceType[]): Entry[] {
  const parsed = parseFilter(text, world.catalogue.urns);
  if (!parsed.ok) throw badRequest('invalidFilter', `The filter cannot be read at character ${parsed.offset + 1}: ${parsed.message}`);
  const unknown = pathsOf(parsed.value).find((path) => !types.some((type) => isKnown(world, path, type)));
  if (unknown !== undefined)
    throw badRequest('invalidFilter', `The filter names an unknown attribute: ${unknown.attribute ?? unknown.urn}.`);
  return entries.filter((entry) => world.stages.matches(parsed.value, world.stages.render(entry), entry.type));
}

/**
 * Whether a resource satisfies a filter.
 *
 * @param world what the stages share
 * @param filter the parsed filter
 * @param resource the rendered resource
 * @param type its type
 */
export function matches(world: World, filter: Filter, resource: JsonObject, type: ResourceType): boolean {
  return filterMatches(filter, resource, world.catalogue.set, type);
}

function isKnown({ catalogue }: World, path: AttributePath, type: ResourceType): boolean {
  return path.attribute === undefined ? catalogue.set.schema(path.urn ?? '') !== undefined : catalogue.set.find(path, type) !== undefined;
}

/** The paths that stand at the top of a filter; those inside value paths belong to their attribute. */
function pathsOf(filter: Filter): AttributePath[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return [...pathsOf(filter.left), ...pathsOf(filter.right)];
    case 'not':
      return pathsOf(filter.filter);
    default:
      return [filter.path];
  }
}

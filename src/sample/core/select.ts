import { type CompareOperator, type Filter, parseFilter } from '../../scim/filter.js';
import { matches as filterMatches } from '../../scim/filter-match.js';
import type { JsonObject } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import type { AttributePath } from '../../scim/path.js';
import type { Catalogue } from '../catalogue.js';
import { badRequest } from '../refusal.js';
import type { Entry } from '../store.js';
import type { World } from '../world.js';
import { qualify } from './qualify.js';

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
  const filter = withSchemas(world, parsed.value, types);
  return entries.filter((entry) => world.stages.matches(filter, world.stages.render(entry), entry.type));
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

/** Checks the attributes that stand at the top of a filter; those inside value paths belong to their attribute. */
function withSchemas({ catalogue }: World, filter: Filter, types: readonly ResourceType[]): Filter {
  const known = (path: AttributePath): AttributePath => {
    const found = qualify(catalogue, path, types);
    if (found === undefined) throw badRequest('invalidFilter', `The filter names an unknown attribute: ${path.attribute ?? path.urn}.`);
    return found;
  };
  const visit = (part: Filter): Filter => {
    switch (part.kind) {
      case 'and':
      case 'or':
        return { ...part, left: visit(part.left), right: visit(part.right) };
      case 'not':
        return { ...part, filter: visit(part.filter) };
      default: {
        const path = known(part.path);
        if (part.kind === 'compare') refuseOrder(catalogue, path, part.op, types);
        return { ...part, path };
      }
    }
  };
  return visit(filter);
}

/** RFC 7644 §3.4.2.2: greater and less do not exist for booleans and binaries. */
function refuseOrder(catalogue: Catalogue, path: AttributePath, op: CompareOperator, types: readonly ResourceType[]): void {
  const unordered = types.some((type) => ['boolean', 'binary'].includes(catalogue.set.find(path, type)?.type ?? ''));
  if (unordered && ['gt', 'ge', 'lt', 'le'].includes(op))
    throw badRequest('invalidFilter', `${path.attribute} cannot be compared by ${op}.`);
}

import { DEFAULT_MAPPING } from '../../mapping/default.js';
import { intersectWithSchemas } from '../../mapping/intersect.js';
import type { Mapping } from '../../mapping/mapping.js';
import type { SchemaDefinition } from '../../scim/attribute.js';

/**
 * The mapping of a run: the given one, or the clients' default mappings as far as the target advertises the attributes.
 *
 * @param given the mapping that was asked for
 * @param schemas what the target's /Schemas says; undefined when it says nothing usable
 * @returns the mapping, and what to tell the reader about it
 */
export function effectiveMapping(
  given: Mapping | undefined,
  schemas: readonly SchemaDefinition[] | undefined,
): { mapping: Mapping; notices: string[] } {
  if (given !== undefined) return { mapping: given, notices: (given.notes ?? []).map((note) => `mapping ${given.name}: ${note}`) };
  const { mapping, dropped } = intersectWithSchemas(DEFAULT_MAPPING, schemas);
  if (schemas === undefined) {
    return {
      mapping,
      notices: ['No --mapping, and the target has no usable /Schemas: only the attributes that every app has are exchanged.'],
    };
  }
  const names = dropped.map((each) => each.name);
  const notice =
    names.length === 0
      ? "No --mapping: the clients' default attributes are exchanged; the target advertises them all."
      : `No --mapping: the clients' default attributes are exchanged, without ${names.length} that the target does not advertise: ${names.join(', ')}.`;
  return { mapping, notices: [notice] };
}

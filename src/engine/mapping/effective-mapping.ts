import type { Family } from '../../client/client.js';
import { defaultMappingOf } from '../../mapping/default.js';
import { extended } from '../../mapping/extend.js';
import { type Dropped, intersectWithSchemas } from '../../mapping/intersect.js';
import type { Mapping } from '../../mapping/mapping.js';
import type { SchemaDefinition } from '../../scim/attribute.js';

/** What each family of clients exchanges. */
export type Mappings = ReadonlyMap<Family, Mapping>;

const OWNERS: Readonly<Record<Family, string>> = { entra: 'Entra', okta: 'Okta', rfc: 'the client of the standard' };

/**
 * The mapping of each client of a run: the given one, or the client's own default mapping as far as the target advertises the
 * attributes.
 *
 * @param given the mapping that was asked for
 * @param schemas what the target's /Schemas says; undefined when it says nothing usable
 * @param families the families of clients in the run
 * @param listsNoGroups the target's /ResourceTypes lists users and no groups
 * @param kept what the target was seen to keep although it does not advertise it, by the client that sends it
 * @returns the mappings, and what to tell the reader about them
 */
export function effectiveMappings(
  given: Mapping | undefined,
  schemas: readonly SchemaDefinition[] | undefined,
  families: readonly Family[],
  listsNoGroups = false,
  kept: ReadonlyMap<Family, ReadonlySet<string>> = new Map(),
): { mappings: Mappings; notices: string[] } {
  if (given !== undefined && given.extends === undefined) {
    const mappings = new Map(families.map((family) => [family, given] as const));
    return { mappings, notices: (given.notes ?? []).map((note) => `mapping ${given.name}: ${note}`) };
  }
  const own = families.map((family) => {
    const whole = defaultMappingOf(family);
    return [family, intersectWithSchemas(listsNoGroups ? withoutGroups(whole) : whole, schemas, kept.get(family))] as const;
  });
  const mappings = new Map(own.map(([family, { mapping }]) => [family, given === undefined ? mapping : extended(mapping, given)] as const));
  const origin = given === undefined ? 'No --mapping' : `mapping ${given.name}`;
  const besides = given === undefined ? '' : `, and ${[...given.users, ...(given.groups ?? [])].map(({ name }) => name).join(', ')}`;
  if (schemas === undefined) {
    return {
      mappings,
      notices: [
        `${origin}, and the target does not say in /Schemas what it has: each client sends all of its own default attributes${besides}, as it would.`,
      ],
    };
  }
  const names = [...new Set([...kept.values()].flatMap((each) => [...each]))];
  const also =
    names.length === 0 ? [] : [`The target keeps what it does not advertise, so that it is exchanged as well: ${names.join(', ')}.`];
  return { mappings, notices: [`${origin}: each client exchanges its own default attributes${without(own, names)}${besides}.`, ...also] };
}

/** The same mapping without groups. */
export function withoutGroups({ groups: _, ...rest }: Mapping): Mapping {
  return { ...rest, capabilities: { ...rest.capabilities, groups: false } };
}

/**
 * What a client exchanges.
 *
 * @param mappings those of the run
 * @param family the client's family
 */
export function mappingOf(mappings: Mappings, family: Family): Mapping {
  return mappings.get(family) ?? defaultMappingOf(family);
}

/** What is left out, each attribute once, with those that would send it. */
function without(own: readonly (readonly [Family, { readonly dropped: readonly Dropped[] }])[], kept: readonly string[]): string {
  const senders = new Map<string, Family[]>();
  for (const [family, { dropped }] of own) for (const { name } of dropped) senders.set(name, [...(senders.get(name) ?? []), family]);
  if (senders.size === 0) return kept.length === 0 ? '; the target advertises them all' : '';
  const names = [...senders].map(([name, families]) =>
    families.length === own.length ? name : `${name} (${families.map((family) => OWNERS[family]).join(' and ')})`,
  );
  return `, without ${senders.size} that the target does not advertise: ${names.join(', ')}`;
}

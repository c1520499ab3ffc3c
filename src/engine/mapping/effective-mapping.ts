import type { Family } from '../../client/client.js';
import { withDeclaredValues } from '../../mapping/declared-values.js';
import { defaultMappingOf } from '../../mapping/default.js';
import { extended } from '../../mapping/extend.js';
import { type Dropped, intersectWithSchemas } from '../../mapping/intersect.js';
import type { MappedAttribute, Mapping } from '../../mapping/mapping.js';
import { withBesides, withOffered } from '../../mapping/offered.js';
import { missingRequired } from '../../mapping/required-rows.js';
import type { SchemaDefinition } from '../../scim/attribute.js';
import type { Json } from '../../scim/json.js';
import { SchemaSet } from '../../scim/schema-set.js';

/** What each family of clients exchanges. */
export type Mappings = ReadonlyMap<Family, Mapping>;

const OWNERS: Readonly<Record<Family, string>> = { entra: 'Entra', okta: 'Okta', rfc: 'the client of the standard' };

/** What a target says of itself, as far as mappings depend on it. */
export interface Advertised {
  /** Its /Schemas; undefined when it says nothing usable. */
  readonly schemas?: readonly SchemaDefinition[];
  /** The body of its /ResourceTypes; undefined when there is none. */
  readonly resourceTypes?: Json;
  /** Its /ResourceTypes lists users and no groups. */
  readonly listsNoGroups?: boolean;
}

/**
 * The mapping of each client of a run: the given one, or the client's own default mapping as far as the target advertises the
 * attributes, and with what the target says that everybody must have.
 *
 * @param given the mapping that was asked for
 * @param target what the target says of itself
 * @param families the families of clients in the run
 * @param kept what the target was seen to keep although it does not advertise it, by the client that sends it
 * @returns the mappings, and what to tell the reader about them
 */
export function effectiveMappings(
  given: Mapping | undefined,
  target: Advertised,
  families: readonly Family[],
  kept: ReadonlyMap<Family, ReadonlySet<string>> = new Map(),
): { mappings: Mappings; notices: string[] } {
  const { schemas } = target;
  const marked = (mapping: Mapping): Mapping => (schemas === undefined ? mapping : withDeclaredValues(mapping, new SchemaSet(schemas)));
  if (given !== undefined && given.extends === undefined) {
    const mappings = new Map(families.map((family) => [family, marked(given)] as const));
    return { mappings, notices: (given.notes ?? []).map((note) => `mapping ${given.name}: ${note}`) };
  }
  const own = families.map((family) => {
    const whole = defaultMappingOf(family);
    return [
      family,
      intersectWithSchemas(target.listsNoGroups === true ? withoutGroups(whole) : whole, schemas, keptBy(family, schemas, kept)),
    ] as const;
  });
  const whole = own.map(([family, { mapping }]) => {
    return [family, withRequired(given === undefined ? mapping : extended(mapping, given), target, family)] as const;
  });
  const offered = (family: Family, mapping: Mapping): Mapping => {
    if (family === 'entra') return withOffered(mapping, schemas);
    return family === 'rfc' ? withBesides(mapping, schemas, target.resourceTypes) : mapping;
  };
  const mappings = new Map(whole.map(([family, { mapping }]) => [family, marked(offered(family, mapping))] as const));
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
  const required = [...new Set(whole.flatMap(([, { added }]) => added))];
  const demanded =
    required.length === 0
      ? []
      : [`/Schemas calls this required, so that it is exchanged as well; administrators have to map it: ${required.join(', ')}.`];
  return {
    mappings,
    notices: [`${origin}: each client exchanges its own default attributes${without(own, names)}${besides}.`, ...also, ...demanded],
  };
}

/**
 * What takes access away is sent whatever /Schemas calls it, by clients that do not read it: who cannot be deactivated stays. To a target
 * that does not have it Entra sends a DELETE in its place; Okta never deletes people.
 */
function keptBy(
  family: Family,
  schemas: readonly SchemaDefinition[] | undefined,
  kept: ReadonlyMap<Family, ReadonlySet<string>>,
): ReadonlySet<string> {
  const own = kept.get(family) ?? new Set<string>();
  const active = schemas === undefined ? undefined : new SchemaSet(schemas).find({ attribute: 'active' }, 'User');
  const isSent = active === undefined ? family === 'okta' : family !== 'rfc' && active.mutability === 'readOnly';
  return isSent ? new Set([...own, 'active']) : own;
}

/** The mapping with what the target requires besides. Okta sends the name and the members of a group, and nothing else. */
function withRequired(
  mapping: Mapping,
  { schemas, resourceTypes }: Advertised,
  family: Family,
): { readonly mapping: Mapping; readonly added: readonly string[] } {
  if (schemas === undefined) return { mapping, added: [] };
  // Okta makes a password up for everybody, whatever is mapped.
  const isSent = ({ name }: MappedAttribute): boolean => family === 'okta' && /^password$/i.test(name);
  const users = missingRequired(mapping.users, 'User', schemas, resourceTypes).filter((row) => !isSent(row));
  const groups = mapping.groups === undefined || family === 'okta' ? [] : missingRequired(mapping.groups, 'Group', schemas, resourceTypes);
  const whole = {
    ...mapping,
    users: [...mapping.users, ...users],
    ...(mapping.groups === undefined ? {} : { groups: [...mapping.groups, ...groups] }),
  };
  return { mapping: whole, added: [...users.map(({ name }) => name), ...groups.map(({ name }) => `Group ${name}`)] };
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

import { type AttributeDefinition, findAttribute, type SchemaDefinition } from '../scim/attribute.js';
import type { Filter } from '../scim/filter.js';
import type { ResourceType } from '../scim/message.js';
import { type AttributePath, KNOWN_URNS, parsePath } from '../scim/path.js';
import { COMMON_ATTRIBUTES } from '../scim/schemas/common.js';
import { CORE_URNS } from '../scim/urn.js';
import { MINIMAL_USER_ATTRIBUTES } from './default.js';
import type { MappedAttribute, Mapping } from './mapping.js';

/** A row that the target cannot take, and why. */
export interface Dropped {
  readonly name: string;
  readonly reason: string;
}

/**
 * Reduces a mapping to what a target advertises: rows whose attribute is missing from /Schemas or read-only go.
 * `externalId` is part of every resource and need not be advertised (RFC 7643 §3.1).
 *
 * @param mapping the mapping to reduce
 * @param schemas the target's /Schemas; undefined or without a User schema: only the most common attributes are left
 * @returns the reduced mapping, and each row that went, with the reason
 */
export function intersectWithSchemas(
  mapping: Mapping,
  schemas: readonly SchemaDefinition[] | undefined,
): { mapping: Mapping; dropped: readonly Dropped[] } {
  if (schemas === undefined || findSchema(schemas, CORE_URNS.User) === undefined) return minimal(mapping);
  const dropped: Dropped[] = [];
  const keep = (rows: readonly MappedAttribute[], type: ResourceType): MappedAttribute[] =>
    rows.filter(({ name }) => {
      const reason = unusable(name, type, schemas);
      if (reason !== undefined) dropped.push({ name: type === 'Group' ? `Group ${name}` : name, reason });
      return reason === undefined;
    });
  const users = keep(mapping.users, 'User');
  const groups = mapping.groups === undefined ? [] : keep(mapping.groups, 'Group');
  const { groups: _groups, ...rest } = mapping;
  // Without a name a group can neither be matched nor created.
  const grouped = groups.some(({ name }) => name.toLowerCase() === 'displayname');
  return {
    mapping: {
      ...rest,
      users,
      capabilities: { ...mapping.capabilities, groups: mapping.capabilities.groups && grouped },
      ...(grouped ? { groups } : {}),
    },
    dropped,
  };
}

/** Without /Schemas only what practically every target has is left; groups stay as they are. */
function minimal(mapping: Mapping): { mapping: Mapping; dropped: readonly Dropped[] } {
  const common = (name: string): boolean => MINIMAL_USER_ATTRIBUTES.some((each) => each.toLowerCase() === name.toLowerCase());
  const reason = 'the target does not say in /Schemas whether it has it';
  return {
    mapping: { ...mapping, users: mapping.users.filter(({ name }) => common(name)) },
    dropped: mapping.users.filter(({ name }) => !common(name)).map(({ name }) => ({ name, reason })),
  };
}

/** Why the target cannot take a row; undefined when it can. */
function unusable(name: string, type: ResourceType, schemas: readonly SchemaDefinition[]): string | undefined {
  const parsed = parsePath(name, [...KNOWN_URNS, ...schemas.map(({ id }) => id)]);
  if (!parsed.ok) return `the path cannot be read: ${parsed.message}`;
  const { urn = CORE_URNS[type], attribute, sub } = parsed.value;
  // Every user has a user name, whatever /Schemas says (RFC 7643 §4.1.1): without it nothing could be tested.
  if (type === 'User' && attribute?.toLowerCase() === 'username') return undefined;
  if (attribute === undefined) return 'the path names a whole extension';
  const schema = findSchema(schemas, urn);
  const core = urn.toLowerCase() === CORE_URNS[type].toLowerCase();
  const definition = findAttribute(schema?.attributes, attribute) ?? (core ? findAttribute(COMMON_ATTRIBUTES, attribute) : undefined);
  if (schema === undefined && definition === undefined) return `/Schemas has no schema ${urn}`;
  if (definition === undefined) return `/Schemas has no attribute ${attribute} in ${urn}`;
  if (definition.mutability === 'readOnly') return `${attribute} is read-only`;
  // A complex attribute without a list of its parts says nothing about them.
  if ((definition.subAttributes ?? []).length === 0) return undefined;
  if (sub !== undefined) {
    const part = findAttribute(definition.subAttributes, sub);
    if (part === undefined) return `/Schemas has no sub-attribute ${attribute}.${sub}`;
    if (part.mutability === 'readOnly') return `${attribute}.${sub} is read-only`;
  }
  return filterProblem(parsed.value, definition);
}

/** A value path selects by a sub-attribute: it must exist, and its canonical values, if any, must have the value. */
function filterProblem({ attribute, filter }: AttributePath, definition: AttributeDefinition): string | undefined {
  if (filter === undefined) return undefined;
  if (!definition.multiValued) return `${attribute} is single-valued and cannot be filtered`;
  const wanted = equality(filter);
  if (wanted === undefined) return undefined;
  const part = findAttribute(definition.subAttributes, wanted.attribute);
  if (part === undefined) return `/Schemas has no sub-attribute ${attribute}.${wanted.attribute}`;
  const canonical = part.canonicalValues ?? [];
  const allowed = canonical.length === 0 || canonical.some((value) => value.toLowerCase() === wanted.value.toLowerCase());
  return allowed
    ? undefined
    : `"${wanted.value}" is none of the canonical values of ${attribute}.${wanted.attribute}: ${canonical.join(', ')}`;
}

/** The comparison of a value path such as `[type eq "work"]`; undefined for any other filter. */
function equality(filter: Filter): { attribute: string; value: string } | undefined {
  if (filter.kind !== 'compare' || filter.op !== 'eq' || typeof filter.value !== 'string') return undefined;
  return filter.path.attribute === undefined ? undefined : { attribute: filter.path.attribute, value: filter.value };
}

function findSchema(schemas: readonly SchemaDefinition[], urn: string): SchemaDefinition | undefined {
  return schemas.find(({ id }) => id.toLowerCase() === urn.toLowerCase());
}

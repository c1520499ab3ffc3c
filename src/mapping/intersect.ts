import type { SchemaDefinition } from '../scim/attribute.js';
import type { ResourceType } from '../scim/message.js';
import { CORE_URNS } from '../scim/urn.js';
import { MINIMAL_USER_ATTRIBUTES } from './default.js';
import { findSchema, misfits } from './fit.js';
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
    rows.filter((row) => {
      const { name } = row;
      const reason = unusable(row, type, schemas);
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

/** Why the target cannot take a row; a type that differs does not matter, because Entra's types are coarse. */
function unusable(row: MappedAttribute, type: ResourceType, schemas: readonly SchemaDefinition[]): string | undefined {
  return misfits(row, type, schemas).find(({ kind }) => kind !== 'type' && kind !== 'not-filterable')?.reason;
}

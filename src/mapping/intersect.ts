import { findAttribute, type SchemaDefinition } from '../scim/attribute.js';
import type { ResourceType } from '../scim/message.js';
import { CORE_URNS } from '../scim/urn.js';
import { findSchema, type Misfit, misfits, OF_USE } from './fit.js';
import type { MappedAttribute, Mapping } from './mapping.js';

/** A row that the target cannot take, and why. */
export interface Dropped {
  readonly name: string;
  readonly reason: string;
  readonly type: ResourceType;
  /** The target does not say that it has the attribute, which is not to say that it has not. */
  readonly unadvertised: boolean;
}

/**
 * Reduces a mapping to what a target advertises: rows whose attribute is missing from /Schemas or read-only go.
 * `externalId` is part of every resource and need not be advertised (RFC 7643 §3.1).
 *
 * @param mapping the mapping to reduce
 * @param schemas the target's /Schemas; undefined when it does not say what the target has: then the mapping stays as it is
 * @param kept names of rows that the target was seen to keep, whatever it advertises; those of groups begin with `Group `
 * @returns the reduced mapping, and each row that went, with the reason
 */
export function intersectWithSchemas(
  mapping: Mapping,
  schemas: readonly SchemaDefinition[] | undefined,
  kept: ReadonlySet<string> = new Set(),
): { mapping: Mapping; dropped: readonly Dropped[] } {
  // What is not advertised is sent all the same: clients do not read /Schemas.
  if (schemas === undefined || findSchema(schemas, CORE_URNS.User) === undefined) return { mapping, dropped: [] };
  const dropped: Dropped[] = [];
  const keep = (rows: readonly MappedAttribute[], type: ResourceType): MappedAttribute[] =>
    rows.filter((row) => {
      const { name } = row;
      const misfit = unusable(row, type, schemas);
      const shown = type === 'Group' ? `Group ${name}` : name;
      if (misfit === undefined || kept.has(shown)) return true;
      dropped.push({
        name: shown,
        reason: misfit.reason,
        type,
        unadvertised: misfit.kind === 'missing' || misfit.kind === 'canonical-value',
      });
      return false;
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

/** Two of these stand in the schema of every app that people are provisioned to. */
const EVERYDAY: readonly string[] = ['name', 'displayName', 'emails'];

/**
 * Whether /Schemas says what the target has. One without a User schema, or with one that lists hardly anything, was not written
 * for that: an app needs a user name, and people have names and addresses.
 *
 * @param schemas what /Schemas holds
 */
export function saysWhatItHas(schemas: readonly SchemaDefinition[]): boolean {
  const attributes = findSchema(schemas, CORE_URNS.User)?.attributes;
  const has = (name: string): boolean => findAttribute(attributes, name) !== undefined;
  return has('userName') && EVERYDAY.filter(has).length >= 2;
}

/** Why the target cannot take a row; how a value is written does not matter, because Entra's types are coarse. */
function unusable(row: MappedAttribute, type: ResourceType, schemas: readonly SchemaDefinition[]): Misfit | undefined {
  return misfits(row, type, schemas).find(({ kind }) => !OF_USE.has(kind));
}

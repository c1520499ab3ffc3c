import { type AttributeDefinition, findAttribute, type SchemaDefinition } from '../scim/attribute.js';
import type { Json } from '../scim/json.js';
import type { ResourceType } from '../scim/message.js';
import { KNOWN_URNS, parsePath } from '../scim/path.js';
import { COMMON_ATTRIBUTES } from '../scim/schemas/common.js';
import { CORE_URNS } from '../scim/urn.js';
import { rowsOfAttribute } from './discover.js';
import { extensionsOf } from './extensions.js';
import { findSchema } from './fit.js';
import type { MappedAttribute, Mapping, OfferedAttribute } from './mapping.js';

/** What Entra's expressions for app roles write: SingleAppRoleAssignment, and the two for several roles. */
const ROLES: readonly MappedAttribute[] = ['roles[primary eq "True"].value', 'roles'].map((name) => ({
  name,
  type: 'String',
  filterable: false,
  required: false,
  sparse: true,
  offered: true,
}));

/**
 * A client's default mapping with what the target advertises besides and administrators of the client map by hand: app roles under
 * Entra. Nobody has such a value unless a scenario is about it.
 *
 * @param mapping the client's default mapping, as far as the target advertises it
 * @param schemas the target's /Schemas; undefined when it does not say what the target has
 */
export function withOffered(mapping: Mapping, schemas: readonly SchemaDefinition[] | undefined): Mapping {
  if (mapping.users.some(({ name }) => /^roles\b/i.test(name))) return mapping;
  const roles = findAttribute(findSchema(schemas ?? [], CORE_URNS.User)?.attributes, 'roles');
  const parts = ['value', 'primary'].map((part) => findAttribute(roles?.subAttributes, part));
  // Which roles there are, where the target has a list of them, is not for scim-check to make up.
  const isWritable = [roles, ...parts].every(
    (each) => each !== undefined && each.mutability !== 'readOnly' && each.canonicalValues === undefined,
  );
  return roles?.multiValued === true && isWritable ? { ...mapping, users: [...mapping.users, ...ROLES] } : mapping;
}

/** So many are tried. */
const MOST_BESIDES = 100;

/**
 * A mapping of a client of the standard, with what the target advertises for users and groups besides: a schema says what a service
 * provider keeps (RFC 7643 §7). What it sets itself, fixes or hides is left out, and what names another resource.
 *
 * @param mapping what is exchanged
 * @param schemas the target's /Schemas; undefined when it does not say what the target has
 * @param resourceTypes the body of /ResourceTypes; undefined when there is none
 */
export function withBesides(mapping: Mapping, schemas: readonly SchemaDefinition[] | undefined, resourceTypes: Json | undefined): Mapping {
  if (schemas === undefined) return mapping;
  const { users, groups } = mapping;
  const User = besidesRows(users, 'User', schemas, resourceTypes);
  const Group = groups === undefined ? [] : besidesRows(groups, 'Group', schemas, resourceTypes);
  return User.length + Group.length === 0 ? mapping : { ...mapping, besides: { User, Group } };
}

function besidesRows(
  rows: readonly MappedAttribute[],
  type: ResourceType,
  schemas: readonly SchemaDefinition[],
  resourceTypes: Json | undefined,
): readonly OfferedAttribute[] {
  const core = findSchema(schemas, CORE_URNS[type]);
  if (core === undefined) return [];
  const known = knownPlaces(rows, type, schemas);
  const besides = [core, ...extensionsOf(type, schemas, resourceTypes)].flatMap((schema) => {
    const prefix = schema === core ? '' : `${schema.id}:`;
    return schema.attributes
      .filter(({ name }) => schema !== core || !isElsewhere(name))
      .flatMap((definition) => besidesOf(definition, schema.id, prefix, known));
  });
  return besides.slice(0, MOST_BESIDES);
}

/** What has scenarios of its own. */
function isElsewhere(name: string): boolean {
  return findAttribute(COMMON_ATTRIBUTES, name) !== undefined || /^(password|members)$/i.test(name);
}

/** The attributes of which the mapping has some part, and the parts, in lower case. */
function knownPlaces(rows: readonly MappedAttribute[], type: ResourceType, schemas: readonly SchemaDefinition[]): ReadonlySet<string> {
  const urns = [...KNOWN_URNS, ...schemas.map(({ id }) => id)];
  const places = rows.flatMap(({ name }): string[] => {
    const parsed = parsePath(name, urns);
    if (!parsed.ok) return [];
    const { urn = CORE_URNS[type], attribute = '', sub } = parsed.value;
    const whole = `${urn}:${attribute}`.toLowerCase();
    return sub === undefined ? [whole] : [whole, `${whole}.${sub.toLowerCase()}`];
  });
  return new Set(places);
}

function besidesOf(definition: AttributeDefinition, urn: string, prefix: string, known: ReadonlySet<string>): OfferedAttribute[] {
  const { name, type, multiValued, subAttributes = [] } = definition;
  const place = `${urn}:${name}`.toLowerCase();
  if (!isFree(definition) || (known.has(place) && (multiValued || type !== 'complex'))) return [];
  if (type !== 'complex') return rowsOfAttribute(definition, prefix).map((row) => ({ ...row, definition }));
  // Whoever is referred to must be there.
  if (subAttributes.length === 0 || subAttributes.some((part) => part.name.toLowerCase() === '$ref')) return [];
  const row = { name: prefix + name, type: 'Unknown', filterable: false, required: false } as const;
  if (multiValued) return [{ ...row, definition: { ...definition, subAttributes: subAttributes.filter(isFree) } }];
  const parts = subAttributes.filter(
    (part) => isFree(part) && part.type !== 'complex' && !known.has(`${place}.${part.name.toLowerCase()}`),
  );
  return parts.flatMap((part) => rowsOfAttribute(part, `${prefix}${name}.`).map((each) => ({ ...each, definition: part })));
}

/** A client may write it at any time, and sees what it has written. */
function isFree({ name, mutability, returned, uniqueness, type, referenceTypes = [] }: AttributeDefinition): boolean {
  const isOfOthers = type === 'reference' && referenceTypes.some((each) => !/^(external|uri)$/i.test(each));
  const isSeen = returned === 'default' || returned === 'always';
  return mutability === 'readWrite' && isSeen && uniqueness === 'none' && !isOfOthers && /^[A-Za-z][\w-]*$/.test(name);
}

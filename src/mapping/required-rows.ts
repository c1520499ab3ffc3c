import { type AttributeDefinition, findAttribute, type SchemaDefinition } from '../scim/attribute.js';
import type { Json } from '../scim/json.js';
import type { ResourceType } from '../scim/message.js';
import { type AttributePath, KNOWN_URNS, parsePath, printPath } from '../scim/path.js';
import { COMMON_ATTRIBUTES } from '../scim/schemas/common.js';
import { CORE_URNS } from '../scim/urn.js';
import { rowsOfAttribute } from './discover.js';
import { extensionsOf } from './extensions.js';
import { findSchema } from './fit.js';
import type { MappedAttribute } from './mapping.js';

/**
 * The rows that a mapping lacks of what a target says that everybody must have (RFC 7643 §7): nobody can be created without them, so an
 * administrator maps them.
 *
 * @param rows the rows of the mapping
 * @param type whose rows they are
 * @param schemas the target's /Schemas
 * @param resourceTypes the body of /ResourceTypes; undefined when there is none
 */
export function missingRequired(
  rows: readonly MappedAttribute[],
  type: ResourceType,
  schemas: readonly SchemaDefinition[],
  resourceTypes: Json | undefined,
): MappedAttribute[] {
  const core = findSchema(schemas, CORE_URNS[type]);
  const urns = [...KNOWN_URNS, ...schemas.map(({ id }) => id)];
  const paths = rows.flatMap(({ name }): AttributePath[] => {
    const parsed = parsePath(name, urns);
    return parsed.ok ? [parsed.value] : [];
  });
  return [...(core === undefined ? [] : [core]), ...extensionsOf(type, schemas, resourceTypes)].flatMap((schema) =>
    schema.attributes.flatMap((definition) => {
      const own = paths.filter((path) => isOf(path, schema, definition, type));
      if (own.length === 0) return definition.required && !isCommon(schema, definition) ? wholeOf(definition, prefixOf(schema, type)) : [];
      return partsOf(definition, own);
    }),
  );
}

function isOf({ urn, attribute }: AttributePath, schema: SchemaDefinition, { name }: AttributeDefinition, type: ResourceType): boolean {
  return (urn ?? CORE_URNS[type]).toLowerCase() === schema.id.toLowerCase() && attribute?.toLowerCase() === name.toLowerCase();
}

/** `externalId` is a client's to send or not; the others are the server's own (RFC 7643 §3.1). */
function isCommon({ id }: SchemaDefinition, { name }: AttributeDefinition): boolean {
  const isCore = Object.values(CORE_URNS).some((urn) => urn.toLowerCase() === id.toLowerCase());
  return isCore && (findAttribute(COMMON_ATTRIBUTES, name) !== undefined || /^(groups|members)$/i.test(name));
}

function prefixOf({ id }: SchemaDefinition, type: ResourceType): string {
  return id.toLowerCase() === CORE_URNS[type].toLowerCase() ? '' : `${id}:`;
}

/** The required parts of an attribute, or all where none is. */
function wholeOf(definition: AttributeDefinition, prefix: string): MappedAttribute[] {
  // An administrator has one made up for whoever is new.
  if (prefix === '' && /^password$/i.test(definition.name))
    return [{ name: definition.name, type: 'String', filterable: false, required: true, createOnly: true }];
  const all = rowsOfAttribute(definition, prefix);
  const required = all.filter((row) => row.required);
  if (required.length > 0) return required;
  return all.length > 0 ? all : firstOf(definition, prefix);
}

/** The primary value of a list whose types nobody lists: roles, for one. */
function firstOf({ name, multiValued, type, mutability, subAttributes }: AttributeDefinition, prefix: string): MappedAttribute[] {
  const has = (part: string): boolean => findAttribute(subAttributes, part)?.mutability === 'readWrite';
  if (!multiValued || type !== 'complex' || mutability === 'readOnly' || !has('value') || !has('primary')) return [];
  return [{ name: `${prefix}${name}[primary eq "true"].value`, type: 'String', filterable: false, required: true }];
}

/** The required parts that are lacking wherever some part of the attribute is mapped: in each element of a list by itself. */
function partsOf({ subAttributes = [], multiValued }: AttributeDefinition, own: readonly AttributePath[]): MappedAttribute[] {
  const required = subAttributes.filter((part) => part.required && part.mutability !== 'readOnly');
  const wholes = new Map(own.map(({ sub: _sub, ...whole }) => [printPath(whole), whole]));
  if (required.length === 0 || own.some(({ sub }) => sub === undefined)) return [];
  return [...wholes].flatMap(([text, { filter }]) => {
    // What a filter compares is known of the element; without one a list is written as a whole.
    if (multiValued && filter === undefined) return [];
    const held = own.filter(({ sub: _sub, ...whole }) => printPath(whole) === text).map(({ sub }) => sub?.toLowerCase());
    const missing = required.filter(({ name }) => !held.includes(name.toLowerCase()) && !/^(type|primary)$/i.test(name));
    return missing.flatMap((part) => rowsOfAttribute(part, `${text}.`));
  });
}

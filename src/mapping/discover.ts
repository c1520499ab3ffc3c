import { type AttributeDefinition, isDescribing, type SchemaDefinition } from '../scim/attribute.js';
import { getMember, type Json } from '../scim/json.js';
import type { ResourceType } from '../scim/message.js';
import { CORE_URNS, ENTERPRISE_USER_URN } from '../scim/urn.js';
import { DEFAULT_MAPPING } from './default.js';
import { extensionsOf, typesIn } from './extensions.js';
import { findSchema, misfits, OF_USE } from './fit.js';
import type { MappedAttribute, MappedType, Mapping } from './mapping.js';

/** A schema may list any number of canonical values; a client maps a few. */
const MOST_VALUES = 10;
const MOST_ROWS = 1000;

/** Attributes that no client maps: the server's own, and what is sent by other means. */
const NEVER: ReadonlySet<string> = new Set(['id', 'meta', 'schemas', 'groups', 'password']);

/**
 * Proposes a mapping for a target from what it advertises: the clients' default attributes that it has, then whatever
 * else it lets a client write.
 *
 * @param schemas the target's /Schemas
 * @param resourceTypes the body of /ResourceTypes; undefined when there is none
 * @param names `name` in the catalogue, `source` for the report
 * @returns undefined when the target advertises no User schema
 */
export function proposeMapping(
  schemas: readonly SchemaDefinition[],
  resourceTypes: Json | undefined,
  { name, source }: { readonly name: string; readonly source: string },
): Mapping | undefined {
  if (findSchema(schemas, CORE_URNS.User) === undefined) return undefined;
  const users = rowsOf('User', schemas, resourceTypes);
  const grouped = findSchema(schemas, CORE_URNS.Group) !== undefined && hasType(resourceTypes, 'Group');
  const groups = grouped ? rowsOf('Group', schemas, resourceTypes) : [];
  return {
    name,
    app: name,
    source,
    capabilities: { create: true, update: true, remove: true, groups: groups.length > 0 },
    notes: [
      '/Schemas says nothing about filters: userName and displayName are marked filterable, because the clients match by them.',
      'Delete the rows that the app is not meant to get from its directory.',
    ],
    users,
    ...(groups.length > 0 ? { groups } : {}),
  };
}

function rowsOf(type: ResourceType, schemas: readonly SchemaDefinition[], resourceTypes: Json | undefined): MappedAttribute[] {
  // Nothing that /Schemas says tells what else can be filtered on.
  const usual = (type === 'User' ? DEFAULT_MAPPING.users : (DEFAULT_MAPPING.groups ?? []))
    .filter((row) => !misfits(row, type, schemas).some(({ kind }) => !OF_USE.has(kind)))
    .map((row) => ({ ...row, filterable: row.matching !== undefined || row.required }));
  const rows = new Map(usual.map(({ sparse: _sparse, matchedByChoice: _choice, ...row }) => [row.name.toLowerCase(), row]));
  for (const schema of [findSchema(schemas, CORE_URNS[type]), ...extensionsOf(type, schemas, resourceTypes)]) {
    if (schema === undefined) continue;
    const prefix = schema.id.toLowerCase() === CORE_URNS[type].toLowerCase() ? '' : `${schema.id}:`;
    for (const row of schema.attributes.flatMap((definition) => rowsOfAttribute(definition, prefix))) {
      const known = rows.get(row.name.toLowerCase());
      rows.set(
        row.name.toLowerCase(),
        known === undefined ? row : { ...known, ...listOnly(row), required: known.required || row.required },
      );
    }
  }
  return [...rows.values()].slice(0, MOST_ROWS);
}

function listOnly({ multiValued }: MappedAttribute): Pick<MappedAttribute, 'multiValued'> {
  return multiValued === true ? { multiValued } : {};
}

function hasType(resourceTypes: Json | undefined, type: ResourceType): boolean {
  const types = typesIn(resourceTypes);
  return (
    types.length === 0 || types.some((each) => String(getMember(each, 'schema') ?? '').toLowerCase() === CORE_URNS[type].toLowerCase())
  );
}

/**
 * The rows that an attribute makes: one for each part that a client may write.
 *
 * @param definition the attribute, as the target advertises it
 * @param prefix the URN of its extension and a colon; empty for an attribute of the core schema
 */
export function rowsOfAttribute(definition: AttributeDefinition, prefix: string): MappedAttribute[] {
  const { name, mutability, multiValued, type, subAttributes = [], required } = definition;
  if (mutability === 'readOnly' || (prefix === '' && NEVER.has(name.toLowerCase())) || !/^[A-Za-z$][\w$-]*$/.test(name)) return [];
  const row = (path: string, of: AttributeDefinition): MappedAttribute => ({
    name: prefix + path,
    type: typeOf(of),
    filterable: false,
    required: required && of.required,
    ...(multiValued && type !== 'complex' ? { multiValued } : {}),
  });
  if (type !== 'complex') return [row(name, definition)];
  // Entra writes a reference to a person or to a member by the attribute's own name.
  if ((prefix.toLowerCase() === `${ENTERPRISE_USER_URN.toLowerCase()}:` && name === 'manager') || name === 'members')
    return [{ ...row(name, definition), type: 'Reference' }];
  const writable = subAttributes.filter((part) => part.mutability !== 'readOnly' && /^[A-Za-z$][\w$-]*$/.test(part.name));
  if (!multiValued) return writable.map((part) => row(`${name}.${part.name}`, part));
  const types = subAttributes.find((part) => part.name.toLowerCase() === 'type')?.canonicalValues ?? [];
  const parts = writable.filter((part) => !isDescribing(part.name));
  const values = types.filter((value) => /^[\w .-]{1,40}$/.test(value)).slice(0, MOST_VALUES);
  return values.flatMap((value) => parts.map((part) => row(`${name}[type eq "${value}"].${part.name}`, part)));
}

const TYPES: Readonly<Partial<Record<AttributeDefinition['type'], MappedType>>> = {
  string: 'String',
  boolean: 'Boolean',
  integer: 'Integer',
  decimal: 'Decimal',
  dateTime: 'DateTime',
  reference: 'Reference',
  binary: 'Binary',
};

function typeOf({ type }: AttributeDefinition): MappedType {
  return TYPES[type] ?? 'Unknown';
}

import type { SchemaDefinition } from '../scim/attribute.js';
import { getMember, isObject, type Json } from '../scim/json.js';
import type { ResourceType } from '../scim/message.js';
import { type MisfitKind, misfits } from './fit.js';
import type { Capabilities, MappedAttribute, Mapping } from './mapping.js';

/** One difference between two mappings, or between a mapping and a target. */
export interface Difference {
  readonly table: 'users' | 'groups' | 'capabilities';
  /** The attribute or the capability. */
  readonly name: string;
  readonly kind: 'only-in-first' | 'only-in-second' | 'changed' | MisfitKind;
  /** One clause. */
  readonly message: string;
}

/**
 * What differs between two mappings: capabilities, attributes, and what is said of each attribute. Where the rows stand
 * in their documents does not matter.
 *
 * @param first a mapping
 * @param second another one
 */
export function diffMappings(first: Mapping, second: Mapping): Difference[] {
  const capabilities = (Object.keys(first.capabilities) as (keyof Capabilities)[])
    .filter((name) => first.capabilities[name] !== second.capabilities[name])
    .map((name): Difference => {
      const message = `${first.capabilities[name] ? 'yes' : 'no'} in ${first.name}, ${second.capabilities[name] ? 'yes' : 'no'} in ${second.name}`;
      return { table: 'capabilities', name, kind: 'changed', message };
    });
  return [...capabilities, ...diffRows('users', first, second), ...diffRows('groups', first, second)];
}

function diffRows(table: 'users' | 'groups', first: Mapping, second: Mapping): Difference[] {
  const left = first[table] ?? [];
  const right = new Map((second[table] ?? []).map((row) => [row.name.toLowerCase(), row]));
  const found = left.flatMap((row): Difference[] => {
    const other = right.get(row.name.toLowerCase());
    right.delete(row.name.toLowerCase());
    if (other === undefined) return [{ table, name: row.name, kind: 'only-in-first', message: `only in ${first.name}` }];
    return changes(row, other).map((message) => ({ table, name: row.name, kind: 'changed', message }));
  });
  const rest = [...right.values()].map(
    ({ name }): Difference => ({ table, name, kind: 'only-in-second', message: `only in ${second.name}` }),
  );
  return [...found, ...rest];
}

const COMPARED = [
  'type',
  'filterable',
  'required',
  'multiValued',
  'matching',
  'createOnly',
  'default',
  'expression',
] as const satisfies readonly (keyof MappedAttribute)[];

function changes(row: MappedAttribute, other: MappedAttribute): string[] {
  return COMPARED.filter((key) => (row[key] ?? false) !== (other[key] ?? false)).map(
    (key) => `${key}: ${showSetting(row[key])} → ${showSetting(other[key])}`,
  );
}

function showSetting(value: string | number | boolean | undefined): string {
  if (value === undefined || value === false) return 'no';
  return value === true ? 'yes' : String(value);
}

/**
 * Where a mapping does not fit what a target advertises: attributes that are missing, of another type, read-only or
 * single-valued, canonical values that are missing, attributes that cannot be filtered on.
 *
 * @param mapping the mapping
 * @param schemas the target's /Schemas
 * @param config the target's /ServiceProviderConfig, as far as it is known
 */
export function diffWithSchemas(mapping: Mapping, schemas: readonly SchemaDefinition[], config?: Json): Difference[] {
  const filter = isObject(config) ? getMember(config, 'filter') : undefined;
  const filters = !(isObject(filter) && getMember(filter, 'supported') === false);
  const tables: readonly (readonly ['users' | 'groups', ResourceType])[] = [
    ['users', 'User'],
    ['groups', 'Group'],
  ];
  return tables.flatMap(([table, type]) =>
    (mapping[table] ?? []).flatMap((row): Difference[] => {
      const found = misfits(row, type, schemas).map(({ kind, reason }): Difference => ({ table, name: row.name, kind, message: reason }));
      if (filters || !row.filterable || found.length > 0) return found;
      return [
        { table, name: row.name, kind: 'not-filterable', message: 'the target says in /ServiceProviderConfig that it has no filters' },
      ];
    }),
  );
}

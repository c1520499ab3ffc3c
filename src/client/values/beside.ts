import type { MappedAttribute, OfferedAttribute } from '../../mapping/mapping.js';
import type { AttributeDefinition } from '../../scim/attribute.js';
import { isObject, type Json, type JsonObject } from '../../scim/json.js';
import type { DirectoryValue } from '../client.js';
import { CERTIFICATES } from './certificate.js';
import { otherList } from './list.js';
import { otherValue } from './other.js';
import { type Identity, personValues } from './person.js';

/** A value that is JSON as it stands. */
type Written = string | number | boolean | Json[];

/**
 * A value for an attribute that a target advertises and no mapping has: of its type, and one of its canonical values where there are
 * any.
 *
 * @param row the attribute
 * @param identity the person
 * @returns undefined when nothing is known that fits
 */
export function besideValue(row: OfferedAttribute, identity: Identity): Written | undefined {
  const { definition } = row;
  if (definition.type !== 'complex') return simple(row, definition, identity);
  const first = elementOf(row, 0, identity);
  const second = elementOf(row, 1, identity);
  return first === undefined ? undefined : [first, ...(second === undefined || isSame(first, second) ? [] : [second])];
}

/**
 * Another value for such an attribute: of a list the first element stays.
 *
 * @param row the attribute
 * @param held the value that it has now
 * @returns undefined when there is no other one to give
 */
export function otherBesideValue(row: OfferedAttribute, held: DirectoryValue): Written | undefined {
  const { definition } = row;
  if (definition.type === 'binary' && !Array.isArray(held)) return btoa(`another ${row.name}`);
  if (!Array.isArray(held)) return written(otherValue(row, held));
  if (definition.type !== 'complex') return otherList(row, held);
  const kept = held.slice(0, -1);
  const last = held.at(-1);
  const value = isObject(last) ? last['value'] : undefined;
  const part = definition.subAttributes?.find(({ name }) => name.toLowerCase() === 'value');
  const other = part === undefined || typeof value !== 'string' ? undefined : otherElement(part, value, row);
  // Where there is no other value, one element fewer is another list.
  if (!isObject(last) || other === undefined) return kept.length === 0 ? undefined : kept;
  return [...kept, { ...last, value: other }];
}

function simple(row: MappedAttribute, definition: AttributeDefinition, identity: Identity): Written | undefined {
  if (definition.type === 'binary') return row.multiValued === true ? [btoa(row.name), btoa(`second ${row.name}`)] : btoa(row.name);
  if (definition.type === 'reference') {
    const page = `https://www.${identity.domain}/${encodeURIComponent(row.name.split(/[:.]/).at(-1) ?? '')}/${identity.key}`;
    return row.multiValued === true ? [page, `${page}/second`] : page;
  }
  return written(personValues(identity, [row]).get(row.name));
}

/** An element of a list, with all of its parts; the first one is the primary one. */
function elementOf({ name, definition }: OfferedAttribute, at: 0 | 1, identity: Identity): JsonObject | undefined {
  const element: Record<string, Json> = {};
  for (const part of definition.subAttributes ?? []) {
    if (part.type === 'complex' || part.multiValued) continue;
    const value = partOf(name, part, at, identity);
    if (value !== undefined) element[part.name] = value;
  }
  return Object.keys(element).length === 0 ? undefined : element;
}

function partOf(list: string, part: AttributeDefinition, at: 0 | 1, identity: Identity): Json | undefined {
  const allowed = part.canonicalValues ?? [];
  if (allowed.length > 0) return allowed[at % allowed.length];
  if (part.name.toLowerCase() === 'primary') return at === 0;
  if (part.name.toLowerCase() === 'type') return at === 0 ? 'work' : 'other';
  if (/^x509certificates$/i.test(list) && part.type === 'binary') return CERTIFICATES[at];
  const row = { name: `${list}.${part.name}`, type: TYPES[part.type] ?? 'String', filterable: false, required: false } as const;
  const value = simple(row, part, identity);
  return at === 0 || value === undefined || Array.isArray(value) ? value : otherElement(part, value, row);
}

function otherElement(part: AttributeDefinition, value: string | number | boolean, row: MappedAttribute): Json | undefined {
  if (part.canonicalValues !== undefined && part.canonicalValues.length > 0)
    return part.canonicalValues.find((each) => each !== value) ?? value;
  if (part.type === 'binary') return typeof value === 'string' && CERTIFICATES.includes(value) ? undefined : btoa(`other ${row.name}`);
  return part.type === 'reference' ? `${value}/other` : written(otherValue(row, value));
}

const TYPES: Readonly<Partial<Record<AttributeDefinition['type'], MappedAttribute['type']>>> = {
  boolean: 'Boolean',
  integer: 'Integer',
  decimal: 'Decimal',
  dateTime: 'DateTime',
};

function written(value: DirectoryValue | undefined): Written | undefined {
  return typeof value === 'object' && !Array.isArray(value) ? undefined : value;
}

function isSame(one: Json, other: Json): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

import { type AttributeDefinition, type AttributeType, findAttribute, type SchemaDefinition } from '../scim/attribute.js';
import type { Filter } from '../scim/filter.js';
import type { ResourceType } from '../scim/message.js';
import { type AttributePath, KNOWN_URNS, parsePath } from '../scim/path.js';
import { COMMON_ATTRIBUTES } from '../scim/schemas/common.js';
import { CORE_URNS } from '../scim/urn.js';
import type { MappedAttribute, MappedType } from './mapping.js';

/** In which way a row does not fit what a target advertises. */
export type MisfitKind = 'missing' | 'read-only' | 'not-multi-valued' | 'multi-valued' | 'canonical-value' | 'type' | 'not-filterable';

/** How the clients use a value that is there: what differs in it leaves no row out. */
export const OF_USE: ReadonlySet<MisfitKind> = new Set(['type', 'multi-valued', 'not-filterable']);

/** A row that does not fit, and why. */
export interface Misfit {
  readonly kind: MisfitKind;
  /** One clause without a full stop. */
  readonly reason: string;
}

/**
 * Compares a row with what a target's /Schemas advertises. `externalId` is part of every resource and need not be
 * advertised (RFC 7643 §3.1); every user has a user name, whatever /Schemas says (RFC 7643 §4.1.1).
 *
 * @param row the row
 * @param type whose attribute it is
 * @param schemas the target's /Schemas
 * @returns the first thing that is wrong, then a wrong type and a filter that cannot work; empty when the row fits
 */
export function misfits(row: MappedAttribute, type: ResourceType, schemas: readonly SchemaDefinition[]): Misfit[] {
  const parsed = parsePath(row.name, [...KNOWN_URNS, ...schemas.map(({ id }) => id)]);
  if (!parsed.ok) return [{ kind: 'missing', reason: `the path cannot be read: ${parsed.message}` }];
  const { urn = CORE_URNS[type], attribute, sub } = parsed.value;
  if (type === 'User' && attribute?.toLowerCase() === 'username') return [];
  if (attribute === undefined) return [{ kind: 'missing', reason: 'the path names a whole extension' }];
  const schema = findSchema(schemas, urn);
  const core = urn.toLowerCase() === CORE_URNS[type].toLowerCase();
  const definition = findAttribute(schema?.attributes, attribute) ?? (core ? findAttribute(COMMON_ATTRIBUTES, attribute) : undefined);
  if (schema === undefined && definition === undefined) return [{ kind: 'missing', reason: `/Schemas has no schema ${urn}` }];
  if (definition === undefined) return [{ kind: 'missing', reason: `/Schemas has no attribute ${attribute} in ${urn}` }];
  if (definition.mutability === 'readOnly') return [{ kind: 'read-only', reason: `${attribute} is read-only` }];
  // A complex attribute without a list of its parts says nothing about them.
  if ((definition.subAttributes ?? []).length === 0) return uses(row, definition, attribute, definition.type === 'complex');
  const part = sub === undefined ? undefined : findAttribute(definition.subAttributes, sub);
  if (sub !== undefined && part === undefined) return [{ kind: 'missing', reason: `/Schemas has no sub-attribute ${attribute}.${sub}` }];
  if (part?.mutability === 'readOnly') return [{ kind: 'read-only', reason: `${attribute}.${sub} is read-only` }];
  const wrong = filterMisfit(parsed.value, definition);
  return wrong === undefined
    ? uses(row, part ?? definition, sub === undefined ? attribute : `${attribute}.${sub}`, part === undefined)
    : [wrong];
}

/** A value path selects by a sub-attribute: it must exist, and its canonical values, if any, must have the value. */
function filterMisfit({ attribute, filter }: AttributePath, definition: AttributeDefinition): Misfit | undefined {
  if (filter === undefined) return undefined;
  if (!definition.multiValued) return { kind: 'not-multi-valued', reason: `${attribute} is single-valued and cannot be filtered` };
  const wanted = equality(filter);
  if (wanted === undefined) return undefined;
  const part = findAttribute(definition.subAttributes, wanted.attribute);
  if (part === undefined) return { kind: 'missing', reason: `/Schemas has no sub-attribute ${attribute}.${wanted.attribute}` };
  const canonical = part.canonicalValues ?? [];
  if (canonical.length === 0 || canonical.some((value) => value.toLowerCase() === wanted.value.toLowerCase())) return undefined;
  const reason = `"${wanted.value}" is none of the canonical values of ${attribute}.${wanted.attribute}: ${canonical.join(', ')}`;
  return { kind: 'canonical-value', reason };
}

/** The comparison of a value path such as `[type eq "work"]`; undefined for any other filter. */
function equality(filter: Filter): { attribute: string; value: string } | undefined {
  if (filter.kind !== 'compare' || filter.op !== 'eq' || typeof filter.value !== 'string') return undefined;
  return filter.path.attribute === undefined ? undefined : { attribute: filter.path.attribute, value: filter.value };
}

/** How the clients use the value: as which type, and in filters. A complex value has its type in its parts. */
function uses(row: MappedAttribute, definition: AttributeDefinition, name: string, whole: boolean): Misfit[] {
  const found: Misfit[] = [];
  const types = ACCEPTED[row.type];
  if (types !== undefined && !types.includes(definition.type) && !(whole && definition.type === 'complex'))
    found.push({ kind: 'type', reason: `${name} is ${definition.type} in /Schemas, and ${row.type} in the mapping` });
  if (definition.type !== 'complex' && definition.multiValued !== (row.multiValued ?? false))
    found.push(
      definition.multiValued
        ? { kind: 'multi-valued', reason: `${name} is a list in /Schemas, and one value in the mapping; the row needs multiValued: true` }
        : { kind: 'not-multi-valued', reason: `${name} is one value in /Schemas, and a list in the mapping` },
    );
  if (row.filterable && (definition.type === 'binary' || definition.returned === 'never'))
    found.push({
      kind: 'not-filterable',
      reason: `${name} is ${definition.type === 'binary' ? 'binary' : 'never returned'} and cannot be filtered on`,
    });
  return found;
}

/** The types of RFC 7643 §2.3 that a mapped type goes with; an unknown type goes with all. */
const ACCEPTED: Readonly<Partial<Record<MappedType, readonly AttributeType[]>>> = {
  // A reference is a URI in a string, and a mapping editor knows no finer type than String for most.
  String: ['string', 'reference', 'dateTime', 'binary'],
  Boolean: ['boolean'],
  Integer: ['integer', 'decimal'],
  Decimal: ['decimal'],
  DateTime: ['dateTime', 'string'],
  Reference: ['reference', 'string'],
  Binary: ['binary', 'string'],
};

/**
 * Finds a schema by its URN, without regard to case.
 *
 * @param schemas where to look
 * @param urn the URN
 */
export function findSchema(schemas: readonly SchemaDefinition[], urn: string): SchemaDefinition | undefined {
  return schemas.find(({ id }) => id.toLowerCase() === urn.toLowerCase());
}

import { defined } from '../base/defined.js';
import type { AttributeDefinition, AttributeType, Mutability, Returned, SchemaDefinition, Uniqueness } from './attribute.js';
import { getMember, isObject, type JsonObject } from './json.js';

const TYPES: readonly AttributeType[] = ['string', 'boolean', 'decimal', 'integer', 'dateTime', 'binary', 'reference', 'complex'];
const MUTABILITIES: readonly Mutability[] = ['readOnly', 'readWrite', 'immutable', 'writeOnly'];
const RETURNED: readonly Returned[] = ['always', 'never', 'default', 'request'];
const UNIQUENESS: readonly Uniqueness[] = ['none', 'server', 'global'];

/** Attributes may have sub-attributes, and RFC 7643 §2.3.8 ends there. One level more is tolerated. */
const MAX_DEPTH = 3;
const MAX_SCHEMAS = 200;
const MAX_ATTRIBUTES = 1000;

/**
 * Reads a target's schemas. What is malformed is left out and what is missing has the default of RFC 7643 §2.2, so that a
 * sloppy target can still be talked to; checks judge the sloppiness elsewhere.
 *
 * @param body the body of `GET /Schemas`: a ListResponse, a bare array of schemas, or one schema
 * @returns the schemas found, possibly none
 */
export function readSchemas(body: unknown): SchemaDefinition[] {
  return schemaList(body)
    .slice(0, MAX_SCHEMAS)
    .map(readSchema)
    .filter((schema) => schema !== undefined);
}

function schemaList(body: unknown): readonly unknown[] {
  if (Array.isArray(body)) return body;
  if (!isObject(body)) return [];
  const resources = getMember(body, 'Resources');
  return Array.isArray(resources) ? resources : [body];
}

function readSchema(value: unknown): SchemaDefinition | undefined {
  if (!isObject(value)) return undefined;
  const id = text(value, 'id');
  if (id === undefined || !id.includes(':')) return undefined;
  const description = text(value, 'description');
  return {
    id,
    name: text(value, 'name') ?? id.slice(id.lastIndexOf(':') + 1),
    ...defined({ description }),
    attributes: readAttributes(getMember(value, 'attributes'), 1),
  };
}

function readAttributes(value: unknown, depth: number): AttributeDefinition[] {
  if (!Array.isArray(value) || depth > MAX_DEPTH) return [];
  const found = new Map<string, AttributeDefinition>();
  for (const item of value.slice(0, MAX_ATTRIBUTES)) {
    const definition = readAttribute(item, depth);
    if (definition !== undefined && !found.has(definition.name.toLowerCase())) found.set(definition.name.toLowerCase(), definition);
  }
  return [...found.values()];
}

function readAttribute(value: unknown, depth: number): AttributeDefinition | undefined {
  if (!isObject(value)) return undefined;
  const name = text(value, 'name');
  if (name === undefined) return undefined;
  const subAttributes = readAttributes(getMember(value, 'subAttributes'), depth + 1);
  const description = text(value, 'description');
  const canonicalValues = texts(value, 'canonicalValues');
  const referenceTypes = texts(value, 'referenceTypes');
  return {
    name,
    type: oneOf(value, 'type', TYPES) ?? (subAttributes.length > 0 ? 'complex' : 'string'),
    multiValued: flag(value, 'multiValued'),
    required: flag(value, 'required'),
    caseExact: flag(value, 'caseExact'),
    mutability: oneOf(value, 'mutability', MUTABILITIES) ?? 'readWrite',
    returned: oneOf(value, 'returned', RETURNED) ?? 'default',
    uniqueness: oneOf(value, 'uniqueness', UNIQUENESS) ?? 'none',
    ...(canonicalValues.length > 0 ? { canonicalValues } : {}),
    ...(subAttributes.length > 0 ? { subAttributes } : {}),
    ...(referenceTypes.length > 0 ? { referenceTypes } : {}),
    ...defined({ description }),
  };
}

function text(object: JsonObject, name: string): string | undefined {
  const value = getMember(object, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function texts(object: JsonObject, name: string): string[] {
  const value = getMember(object, name);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Some targets write their booleans as text. */
function flag(object: JsonObject, name: string): boolean {
  const value = getMember(object, name);
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}

function oneOf<T extends string>(object: JsonObject, name: string, allowed: readonly T[]): T | undefined {
  const value = text(object, name)?.toLowerCase();
  return allowed.find((candidate) => candidate.toLowerCase() === value);
}

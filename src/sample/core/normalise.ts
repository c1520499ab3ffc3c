import { type AttributeDefinition, findAttribute } from '../../scim/attribute.js';
import { getMember, isObject, type Json, type JsonObject } from '../../scim/json.js';
import { badRequest } from '../refusal.js';

/**
 * Brings the attributes of a body into their canonical form: names as the schema spells them, booleans as booleans,
 * null and empty lists as no value (RFC 7643 §2.5). What no attribute is defined for, and what a client may not write,
 * is left out. Entra sends booleans as text and references as bare values, so both are understood.
 *
 * @param definitions the attributes of the schema or of the complex attribute
 * @param sent the object as it came
 * @throws Refusal 400 invalidValue for a value of another type
 */
export function normalise(definitions: readonly AttributeDefinition[], sent: JsonObject): JsonObject {
  const result: JsonObject = {};
  for (const definition of definitions) {
    if (definition.mutability === 'readOnly') continue;
    const value = getMember(sent, definition.name);
    const kept = value === undefined ? undefined : normaliseAttribute(definition, value);
    if (kept !== undefined && definition.returned !== 'never') result[definition.name] = kept;
  }
  return result;
}

function normaliseAttribute(definition: AttributeDefinition, value: Json): Json | undefined {
  if (!definition.multiValued) return normaliseValue(definition, Array.isArray(value) ? (value[0] ?? null) : value);
  const values = (Array.isArray(value) ? value : [value]).flatMap((item) => normaliseValue(definition, item) ?? []);
  return values.length === 0 ? undefined : withOnePrimary(values);
}

function normaliseValue(definition: AttributeDefinition, value: Json): Json | undefined {
  if (value === null) return undefined;
  switch (definition.type) {
    case 'complex':
      return normaliseComplex(definition, value);
    case 'boolean':
      return toBoolean(definition, value);
    case 'integer':
    case 'decimal':
      return toNumber(definition, value);
    default:
      return toText(definition, value);
  }
}

function normaliseComplex(definition: AttributeDefinition, value: Json): JsonObject | undefined {
  const parts = definition.subAttributes ?? [];
  const wrapped = !isObject(value) && findAttribute(parts, 'value') !== undefined ? { value } : value;
  if (!isObject(wrapped)) throw wrong(definition, 'an object');
  const result = normalise(parts, wrapped);
  const empty = Object.keys(result).length === 0 || (wrapped !== value && result['value'] === '');
  return empty ? undefined : result;
}

function toBoolean(definition: AttributeDefinition, value: Json): boolean {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  if (text !== 'true' && text !== 'false') throw wrong(definition, 'a boolean');
  return text === 'true';
}

function toNumber(definition: AttributeDefinition, value: Json): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw wrong(definition, 'a number');
  return number;
}

/** Entra's gallery validation writes text that consists of digits as a number. */
function toText(definition: AttributeDefinition, value: Json): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw wrong(definition, 'a string');
}

/** RFC 7643 §2.4: no more than one value is the primary one. */
function withOnePrimary(values: Json[]): Json[] {
  const first = values.find((value) => isObject(value) && value['primary'] === true);
  return values.map((value) => (isObject(value) && value['primary'] === true && value !== first ? { ...value, primary: false } : value));
}

function wrong(definition: AttributeDefinition, expected: string) {
  return badRequest('invalidValue', `${definition.name} must be ${expected}.`);
}

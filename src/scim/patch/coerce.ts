import { type AttributeDefinition, findAttribute } from '../attribute.js';
import { copyJson, setMember } from '../copy.js';
import { isObject, type Json, type JsonObject } from '../json.js';
import { refuse } from './failure.js';
import { itemIdentity } from './members.js';

/**
 * Brings a value for a singular attribute into the form that its definition asks for: Entra's "True" becomes true, a bare
 * string for a complex attribute (`manager`) its `value`, a list of one its item, an empty list or an empty string for a
 * complex attribute null. Sub-attributes get the definition's spelling; unknown and readOnly ones are left out.
 *
 * @param value the value as it was sent; null: unassigned (RFC 7643 §2.5)
 * @param definition the attribute or sub-attribute; undefined: nothing is known, the value stays as it is
 * @returns a copy; in a complex value, null marks sub-attributes that are to be unassigned
 * @throws PatchFailure invalidValue
 */
export function coerce(value: Json, definition: AttributeDefinition | undefined): Json {
  if (definition === undefined) return copyJson(value);
  if (definition.multiValued) return coerceList(value, definition);
  if (Array.isArray(value)) {
    if (value.length > 1) refuse('invalidValue', `"${definition.name}" has one value.`);
    return coerce(value[0] ?? null, definition);
  }
  if (value === null) return null;
  return definition.type === 'complex' ? coerceComplex(value, definition) : coerceSimple(value, definition);
}

/**
 * Brings the value for a multi-valued attribute into the form of a list: a single value becomes a list of one, nulls and
 * repetitions go. References count as repeated when they have the same id.
 *
 * @param value the value as it was sent
 * @param definition the attribute; undefined: nothing is known
 * @throws PatchFailure invalidValue
 */
export function coerceList(value: Json, definition: AttributeDefinition | undefined): Json[] {
  const items = new Map<string, Json>();
  for (const sent of Array.isArray(value) ? value : [value]) {
    const item = coerceItem(sent, definition);
    const identity = itemIdentity(item, definition);
    if (item !== null && !items.has(identity)) items.set(identity, item);
  }
  return [...items.values()];
}

/**
 * Brings one value of a multi-valued attribute into form.
 *
 * @param value the value as it was sent
 * @param definition the attribute; undefined: nothing is known
 * @returns the value without unassigned sub-attributes; null when nothing is left
 * @throws PatchFailure invalidValue
 */
export function coerceItem(value: Json, definition: AttributeDefinition | undefined): Json {
  const item = definition === undefined ? copyJson(value) : coerce(value, { ...definition, multiValued: false });
  if (!isObject(item)) return item;
  const assigned = Object.entries(item).filter(([, member]) => member !== null);
  return assigned.length === 0 ? null : Object.fromEntries(assigned);
}

function coerceComplex(value: Json, definition: AttributeDefinition): Json {
  const known = definition.subAttributes;
  if (!isObject(value)) {
    if (value === '') return null;
    const main = findAttribute(known, 'value');
    if (main === undefined) return refuse('invalidValue', `"${definition.name}" is complex: its value must be an object.`);
    return { [main.name]: coerce(value, main) };
  }
  const result: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    const sub = findAttribute(known, key);
    if (known !== undefined && (sub === undefined || sub.mutability === 'readOnly')) continue;
    setMember(result, sub?.name ?? key, coerce(member, sub));
  }
  return result;
}

function coerceSimple(value: Json, definition: AttributeDefinition): Json {
  if (definition.type === 'boolean') {
    if (typeof value === 'boolean') return value;
    const text = typeof value === 'string' ? value.toLowerCase() : '';
    if (text === 'true' || text === 'false') return text === 'true';
    return refuse('invalidValue', `"${definition.name}" is a boolean.`);
  }
  if (definition.type === 'integer' || definition.type === 'decimal') {
    const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
    if (typeof number !== 'number' || (definition.type === 'integer' && !Number.isInteger(number))) {
      return refuse('invalidValue', `"${definition.name}" is a number of type ${definition.type}.`);
    }
    return number;
  }
  return typeof value === 'string' ? value : refuse('invalidValue', `"${definition.name}" is a string.`);
}

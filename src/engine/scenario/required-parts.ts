import { plainText } from '../../base/plain-text.js';
import { type AttributeDefinition, isDescribing } from '../../scim/attribute.js';
import { getMember, isObject, type Json, type JsonObject } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import { valueAt } from '../../scim/resource.js';
import type { SchemaSet } from '../../scim/schema-set.js';
import { compilePath } from '../state/compiled-path.js';

/** Makes what no schema tells. */
export interface Made {
  /** An address that nobody else has. */
  readonly mail: () => string;
  /** A password, which no report shows; absent: a text like any other. */
  readonly password?: () => string;
  /** What a reference leads to; absent: to a user. */
  readonly typeOf?: (id: string) => ResourceType;
}

/**
 * A body with the parts that describe an element or a reference (its type, its `$ref`, whether it is the primary one) where the target's
 * /Schemas requires them (RFC 7643 §7): a client that reads it sends them.
 *
 * @param body the body of a POST, PUT or PATCH
 * @param type whose attributes it names
 * @param schemas what the target advertises
 * @param made makes the values
 * @param held the resource as it is: an element that a path selects keeps its parts
 */
export function withDescribingParts(
  body: JsonObject,
  type: ResourceType,
  schemas: SchemaSet,
  made: Made,
  held: JsonObject = {},
): JsonObject {
  const operations = body['Operations'];
  if (!Array.isArray(operations)) return describedIn(body, type, schemas, made);
  return { ...body, Operations: operations.map((each) => (isObject(each) ? describedOperation(each, type, schemas, made, held) : each)) };
}

function describedOperation(operation: JsonObject, type: ResourceType, schemas: SchemaSet, made: Made, held: JsonObject): JsonObject {
  const { op, path, value } = operation;
  if (value === undefined || plainText(op).toLowerCase() === 'remove') return operation;
  if (typeof path !== 'string') return isObject(value) ? { ...operation, value: describedIn(value, type, schemas, made) } : operation;
  const { attribute, path: parsed } = compilePath(schemas, type, path);
  if (attribute === undefined || parsed?.sub !== undefined) return operation;
  const definition = onlyDescribing(attribute);
  const selected = parsed?.filter === undefined ? undefined : valueAt(held, path);
  const kept = isObject(selected) && isObject(value) ? { ...partsHeld(definition, selected), ...value } : value;
  const described = withParts({ [attribute.name]: kept }, [definition], made)[attribute.name];
  return described === undefined ? operation : { ...operation, value: described };
}

/** The required parts of an element that stand there already. */
function partsHeld({ subAttributes = [] }: AttributeDefinition, element: JsonObject): JsonObject {
  const held = subAttributes.filter(({ name, required }) => required && (getMember(element, name) ?? null) !== null);
  return Object.fromEntries(held.map(({ name }) => [name, getMember(element, name) ?? null]));
}

/** Attributes stand at the top, under their URN, or in the object of their extension. */
function describedIn(body: JsonObject, type: ResourceType, schemas: SchemaSet, made: Made): JsonObject {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]): [string, Json] => {
      const extension = schemas.schema(name);
      if (extension !== undefined && isObject(value)) return [name, withParts(value, extension.attributes.map(onlyDescribing), made)];
      const { attribute } = compilePath(schemas, type, name);
      if (attribute === undefined) return [name, value];
      return [name, withParts({ [attribute.name]: value }, [onlyDescribing(attribute)], made)[attribute.name] ?? value];
    }),
  );
}

function onlyDescribing(attribute: AttributeDefinition): AttributeDefinition {
  if (attribute.subAttributes === undefined) return attribute;
  return { ...attribute, subAttributes: attribute.subAttributes.filter(({ name }) => name === '$ref' || isDescribing(name)) };
}

/**
 * The object with the parts that its complex values must have: an address may need a type, a name its formatted form.
 *
 * @param body the object
 * @param attributes its attributes
 * @param made makes the values
 */
export function withParts(body: JsonObject, attributes: readonly AttributeDefinition[], made: Made): JsonObject {
  const completed = Object.entries(body).flatMap(([name, value]): [string, Json][] => {
    const { subAttributes = [] } = attributes.find((each) => each.name.toLowerCase() === name.toLowerCase()) ?? {};
    const demanded = subAttributes.filter((part) => part.required && part.mutability !== 'readOnly');
    const fill = (each: Json, index: number): Json => (isObject(each) ? withEach(each, demanded, index, made) : each);
    const filled = demanded.length === 0 ? value : Array.isArray(value) ? value.map(fill) : fill(value, 0);
    return filled === value || JSON.stringify(filled) === JSON.stringify(value) ? [] : [[name, filled]];
  });
  return completed.length === 0 ? body : { ...body, ...Object.fromEntries(completed) };
}

/** Of several elements the first one is the primary one (RFC 7643 §2.4). */
function withEach(element: JsonObject, parts: readonly AttributeDefinition[], index: number, made: Made): JsonObject {
  const missing = parts.filter(({ name }) => (getMember(element, name) ?? null) === null);
  const id = getMember(element, 'value');
  const kind = typeof id === 'string' ? (made.typeOf?.(id) ?? 'User') : 'User';
  const madeFor = (part: AttributeDefinition): Json => {
    if (/^primary$/i.test(part.name)) return index === 0;
    if (part.name === '$ref' && typeof id === 'string') return `../${kind}s/${encodeURIComponent(id)}`;
    if (/^type$/i.test(part.name) && part.canonicalValues?.includes(kind) === true) return kind;
    return valueFor(part, made);
  };
  return { ...element, ...Object.fromEntries(missing.map((part) => [part.name, madeFor(part)])) };
}

/**
 * A value for an attribute of which nobody knows more than its definition.
 *
 * @param attribute the attribute
 * @param made makes what the definition does not tell
 */
export function valueFor(attribute: AttributeDefinition, made: Made): Json {
  const value = attribute.type === 'complex' ? complexValue(attribute, made) : plainValue(attribute, made);
  return attribute.multiValued ? [value] : value;
}

function complexValue(attribute: AttributeDefinition, made: Made): JsonObject {
  return Object.fromEntries(partsOf(attribute).map((part) => [part.name, valueFor(part, made)]));
}

/**
 * The parts that a value must have; where none must be there, those that say most.
 *
 * @param attribute a complex attribute
 */
export function partsOf({ subAttributes = [] }: AttributeDefinition): readonly AttributeDefinition[] {
  const required = subAttributes.filter((part) => part.required && part.mutability !== 'readOnly');
  return required.length > 0 ? required : subAttributes.filter((part) => /^(value|formatted|familyName|givenName)$/i.test(part.name));
}

function plainValue({ name, type, canonicalValues, uniqueness }: AttributeDefinition, made: Made): Json {
  switch (type) {
    case 'boolean':
      return true;
    case 'integer':
    case 'decimal':
      return 1;
    case 'dateTime':
      return '2026-01-01T00:00:00Z';
    case 'reference':
      return 'https://example.com/';
    case 'binary':
      return 'AAAA';
    default:
      // Texts that must be an address are always one; what nobody else may have is made up each time.
      if (canonicalValues?.[0] !== undefined) return canonicalValues[0];
      if (/^type$/i.test(name)) return 'work';
      if (/^password$/i.test(name)) return made.password?.() ?? `Required ${name}`;
      if (/^value$|mail/i.test(name)) return made.mail();
      return uniqueness !== 'none' || /^externalId$/i.test(name) ? (made.mail().split('@')[0] ?? name) : `Required ${name}`;
  }
}

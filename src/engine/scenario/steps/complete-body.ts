import { plainText } from '../../../base/plain-text.js';
import type { AttributeDefinition } from '../../../scim/attribute.js';
import { getMember, isObject, type Json, type JsonObject } from '../../../scim/json.js';
import type { ResourceType } from '../../../scim/message.js';
import type { SchemaSet } from '../../../scim/schema-set.js';
import { CORE_URNS } from '../../../scim/urn.js';

/** What a scenario leaves out on purpose stays out: the standard's own required attributes. */
const NATURAL: Readonly<Record<ResourceType, string>> = { User: 'username', Group: 'displayname' };

/** What a body is completed with. */
export interface Completion {
  readonly type: ResourceType;
  /** What the target advertises. */
  readonly schemas: SchemaSet;
  /** URNs of the extensions of the type. */
  readonly extensions: readonly string[];
  /** The resource as it is; its values are put back. */
  readonly held?: JsonObject;
  /** Makes an address that nobody else has. */
  readonly mail: () => string;
}

/**
 * A scenario's own body with what this target's schema requires beyond the standard (RFC 7643 §7), and with what it lets nobody change:
 * a refusal for want of it would be right, and would say nothing about what the scenario asks.
 *
 * @param body the body of a POST or PUT
 * @param completion what it is completed with
 */
export function withRequired(body: Json, { type, schemas, extensions: urns, held, mail }: Completion): Json {
  if (!isObject(body) || isMessage(body)) return body;
  const core = schemas.schema(CORE_URNS[type])?.attributes ?? [];
  const whole = withMembers(
    body,
    core.filter((each) => !isLeftOpen(each, type)),
    held,
    mail,
  );
  const { schemas: named } = whole;
  // Which extensions a target wants in every resource only its refusals tell: one that has required attributes is sent.
  const extensions = schemas.schemas.filter(({ id, attributes }) => {
    const before = getMember(held ?? {}, id);
    return urns.includes(id) && attributes.some((each) => isRequired(each) || isFixed(each, before));
  });
  if (!Array.isArray(named) || extensions.length === 0) return whole;
  const added = extensions.map(({ id, attributes }): readonly [string, Json] => {
    const [written, before] = [getMember(whole, id), getMember(held ?? {}, id)];
    return [id, withMembers(isObject(written) ? written : {}, attributes, isObject(before) ? before : undefined, mail)];
  });
  const names = new Set(added.map(([id]) => id.toLowerCase()));
  const others = Object.entries(whole).filter(([name]) => !names.has(name.toLowerCase()));
  const all = [
    ...named,
    ...extensions.flatMap(({ id }) => (named.some((urn) => plainText(urn).toLowerCase() === id.toLowerCase()) ? [] : [id])),
  ];
  return { ...Object.fromEntries([...others, ...added]), schemas: all };
}

/** A search request is sent to the endpoint of a type as well, and is no resource (RFC 7644 §3.4.3). */
function isMessage({ schemas }: JsonObject): boolean {
  return Array.isArray(schemas) && schemas.some((urn) => /^urn:ietf:params:scim:api:messages:/i.test(plainText(urn)));
}

/** The object with the required attributes that it lacks. */
function withMembers(
  body: JsonObject,
  attributes: readonly AttributeDefinition[],
  held: JsonObject | undefined,
  mail: () => string,
): JsonObject {
  const whole = withParts(body, attributes, mail);
  const missing = attributes.filter((each) => (isRequired(each) || isFixed(each, held)) && (getMember(body, each.name) ?? null) === null);
  if (missing.length === 0) return whole;
  const names = new Set(missing.map((attribute) => attribute.name.toLowerCase()));
  return {
    ...Object.fromEntries(Object.entries(whole).filter(([name]) => !names.has(name.toLowerCase()))),
    ...Object.fromEntries(missing.map((attribute) => [attribute.name, getMember(held ?? {}, attribute.name) ?? valueFor(attribute, mail)])),
  };
}

/** The object with the parts that its complex values must have: an address may need a type, a name its formatted form. */
function withParts(body: JsonObject, attributes: readonly AttributeDefinition[], mail: () => string): JsonObject {
  const completed = Object.entries(body).flatMap(([name, value]): [string, Json][] => {
    const { subAttributes = [] } = attributes.find((each) => each.name.toLowerCase() === name.toLowerCase()) ?? {};
    const demanded = subAttributes.filter((part) => part.required && part.mutability !== 'readOnly');
    const fill = (each: Json, index: number): Json => (isObject(each) ? withEach(each, demanded, index, mail) : each);
    const filled = demanded.length === 0 ? value : Array.isArray(value) ? value.map(fill) : fill(value, 0);
    return filled === value || JSON.stringify(filled) === JSON.stringify(value) ? [] : [[name, filled]];
  });
  return completed.length === 0 ? body : { ...body, ...Object.fromEntries(completed) };
}

/** Of several elements the first one is the primary one (RFC 7643 §2.4). */
function withEach(element: JsonObject, parts: readonly AttributeDefinition[], index: number, mail: () => string): JsonObject {
  const missing = parts.filter(({ name }) => (getMember(element, name) ?? null) === null);
  const made = (part: AttributeDefinition): Json => (/^primary$/i.test(part.name) ? index === 0 : valueFor(part, mail));
  return { ...element, ...Object.fromEntries(missing.map((part) => [part.name, made(part)])) };
}

/** Whoever leaves it out of a PUT would take it away. */
function isFixed({ name, mutability }: AttributeDefinition, held: Json | undefined): boolean {
  return mutability === 'immutable' && isObject(held) && (getMember(held, name) ?? null) !== null;
}

/** A complex attribute without parts has a value that nobody can know: it is left to the target to miss it. */
function isRequired(attribute: AttributeDefinition): boolean {
  const { required, mutability, type } = attribute;
  return required && mutability !== 'readOnly' && (type !== 'complex' || partsOf(attribute).length > 0);
}

/** What a scenario leaves out on purpose; and the common attributes are the standard's business (RFC 7643 §3.1), but for externalId. */
function isLeftOpen({ name }: AttributeDefinition, type: ResourceType): boolean {
  return name.toLowerCase() === NATURAL[type] || /^(id|schemas|meta)$/i.test(name);
}

function valueFor(attribute: AttributeDefinition, mail: () => string): Json {
  const value = attribute.type === 'complex' ? complexValue(attribute, mail) : plainValue(attribute, mail);
  return attribute.multiValued ? [value] : value;
}

function complexValue(attribute: AttributeDefinition, mail: () => string): JsonObject {
  return Object.fromEntries(partsOf(attribute).map((part) => [part.name, valueFor(part, mail)]));
}

/** The parts that a value must have; where none must be there, those that say most. */
function partsOf({ subAttributes = [] }: AttributeDefinition): readonly AttributeDefinition[] {
  const required = subAttributes.filter((part) => part.required && part.mutability !== 'readOnly');
  return required.length > 0 ? required : subAttributes.filter((part) => /^(value|formatted|familyName|givenName)$/i.test(part.name));
}

function plainValue({ name, type, canonicalValues, uniqueness }: AttributeDefinition, mail: () => string): Json {
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
      if (/^value$|mail/i.test(name)) return mail();
      return uniqueness !== 'none' || /^externalId$/i.test(name) ? (mail().split('@')[0] ?? name) : `Required ${name}`;
  }
}

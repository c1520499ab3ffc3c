import type { AttributeDefinition } from '../../../scim/attribute.js';
import { getMember, isObject, type Json, type JsonObject } from '../../../scim/json.js';
import type { ResourceType } from '../../../scim/message.js';
import type { SchemaSet } from '../../../scim/schema-set.js';
import { CORE_URNS, coreType } from '../../../scim/urn.js';

/** What a scenario leaves out on purpose stays out: the standard's own required attributes. */
const NATURAL: Readonly<Record<ResourceType, string>> = { User: 'username', Group: 'displayname' };

/**
 * A scenario's own body with what this target's schema requires beyond the standard (RFC 7643 §7): a refusal for want of it
 * would be right, and would say nothing about what the scenario asks.
 *
 * @param body the body of a POST or PUT
 * @param type the type of the resource
 * @param schemas what the target advertises
 * @param held the resource as it is; its values are put back
 * @param mail makes an address that nobody else has
 */
export function withRequired(body: Json, type: ResourceType, schemas: SchemaSet, held: JsonObject | undefined, mail: () => string): Json {
  if (!isObject(body)) return body;
  const core = schemas.schema(CORE_URNS[type])?.attributes ?? [];
  const whole = withMembers(
    body,
    core.filter((each) => !isLeftOpen(each, type)),
    held,
    mail,
  );
  const { schemas: named } = whole;
  // Which extensions a target wants in every resource only its refusals tell: one that has required attributes is sent.
  const extensions = schemas.schemas.filter(({ id, attributes }) => isExtension(id, type) && attributes.some(isRequired));
  if (!Array.isArray(named) || extensions.length === 0) return whole;
  const added = extensions.map(({ id, attributes }): readonly [string, Json] => {
    const [written, before] = [getMember(whole, id), getMember(held ?? {}, id)];
    return [id, withMembers(isObject(written) ? written : {}, attributes, isObject(before) ? before : undefined, mail)];
  });
  const names = new Set(added.map(([id]) => id.toLowerCase()));
  const others = Object.entries(whole).filter(([name]) => !names.has(name.toLowerCase()));
  const urns = [
    ...named,
    ...extensions.flatMap(({ id }) => (named.some((urn) => String(urn).toLowerCase() === id.toLowerCase()) ? [] : [id])),
  ];
  return { ...Object.fromEntries([...others, ...added]), schemas: urns };
}

/** The object with the required attributes that it lacks. */
function withMembers(
  body: JsonObject,
  attributes: readonly AttributeDefinition[],
  held: JsonObject | undefined,
  mail: () => string,
): JsonObject {
  const missing = attributes.filter((each) => isRequired(each) && (getMember(body, each.name) ?? null) === null);
  if (missing.length === 0) return body;
  const names = new Set(missing.map((attribute) => attribute.name.toLowerCase()));
  return {
    ...Object.fromEntries(Object.entries(body).filter(([name]) => !names.has(name.toLowerCase()))),
    ...Object.fromEntries(missing.map((attribute) => [attribute.name, getMember(held ?? {}, attribute.name) ?? valueFor(attribute, mail)])),
  };
}

function isRequired({ required, mutability }: AttributeDefinition): boolean {
  return required && mutability !== 'readOnly';
}

/** What a scenario leaves out on purpose; and the common attributes are the standard's business (RFC 7643 §3.1), but for externalId. */
function isLeftOpen({ name }: AttributeDefinition, type: ResourceType): boolean {
  return name.toLowerCase() === NATURAL[type] || /^(id|schemas|meta)$/i.test(name);
}

/** By custom an extension's URN ends with the name of the resource type that it extends (RFC 7643 §10.3). */
function isExtension(urn: string, type: ResourceType): boolean {
  return coreType(urn) === undefined && urn.toLowerCase().endsWith(`:${type.toLowerCase()}`);
}

function valueFor(attribute: AttributeDefinition, mail: () => string): Json {
  const value = attribute.type === 'complex' ? complexValue(attribute, mail) : plainValue(attribute, mail);
  return attribute.multiValued ? [value] : value;
}

function complexValue({ subAttributes = [] }: AttributeDefinition, mail: () => string): JsonObject {
  const required = subAttributes.filter((part) => part.required && part.mutability !== 'readOnly');
  const chosen =
    required.length > 0 ? required : subAttributes.filter((part) => /^(value|formatted|familyName|givenName)$/i.test(part.name));
  return Object.fromEntries(chosen.map((part) => [part.name, valueFor(part, mail)]));
}

function plainValue({ name, type, canonicalValues }: AttributeDefinition, mail: () => string): Json {
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
      // Texts that must be an address are always one.
      return canonicalValues?.[0] ?? (/^value$|mail/i.test(name) ? mail() : `Required ${name}`);
  }
}

import type { AttributeDefinition } from '../../../scim/attribute.js';
import { getMember, isObject, type Json, type JsonObject } from '../../../scim/json.js';
import type { ResourceType } from '../../../scim/message.js';
import type { SchemaSet } from '../../../scim/schema-set.js';
import { CORE_URNS } from '../../../scim/urn.js';

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
  const missing = (schemas.schema(CORE_URNS[type])?.attributes ?? []).filter(
    (attribute) =>
      attribute.required &&
      attribute.mutability !== 'readOnly' &&
      attribute.name.toLowerCase() !== NATURAL[type] &&
      // The common attributes are the standard's business, whatever a schema says of them (RFC 7643 §3.1).
      !/^(id|schemas|externalId|meta)$/i.test(attribute.name) &&
      (getMember(body, attribute.name) ?? null) === null,
  );
  if (missing.length === 0) return body;
  const names = new Set(missing.map((attribute) => attribute.name.toLowerCase()));
  return {
    ...Object.fromEntries(Object.entries(body).filter(([name]) => !names.has(name.toLowerCase()))),
    ...Object.fromEntries(missing.map((attribute) => [attribute.name, getMember(held ?? {}, attribute.name) ?? valueFor(attribute, mail)])),
  };
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

import { isObject, type Json, type JsonObject } from '../../scim/json.js';
import { CORE_URNS } from '../../scim/urn.js';

/**
 * The documents of /Schemas with another `returned` (RFC 7643 §7) for the members of a group, and for the groups of a user
 * where members are `never` shown.
 *
 * @param schemas the documents
 * @param returned when they are shown
 */
export function declareMembers(schemas: readonly JsonObject[], returned: 'request' | 'never'): JsonObject[] {
  return schemas.map((schema) => {
    const { attributes } = schema;
    if (schema['id'] !== CORE_URNS.Group || !Array.isArray(attributes)) return schema;
    const declare = (each: Json): Json => (isObject(each) && each['name'] === 'members' ? { ...each, returned } : each);
    return { ...schema, attributes: attributes.map(declare) };
  });
}

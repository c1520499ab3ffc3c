import { isObject, type Json, type JsonObject } from '../scim/json.js';

/**
 * The documents of /Schemas with other definitions of some attributes.
 *
 * @param schemas the documents
 * @param change the definition in an attribute's place; undefined leaves the attribute out
 */
export function redeclared(
  schemas: readonly JsonObject[],
  change: (attribute: JsonObject, schema: JsonObject) => Json | undefined,
): JsonObject[] {
  return schemas.map((schema) => {
    const { attributes } = schema;
    if (!Array.isArray(attributes)) return schema;
    return { ...schema, attributes: attributes.filter(isObject).flatMap((attribute) => change(attribute, schema) ?? []) };
  });
}

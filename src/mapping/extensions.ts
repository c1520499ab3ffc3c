import type { SchemaDefinition } from '../scim/attribute.js';
import { getMember, isObject, type Json, type JsonObject, objectsIn } from '../scim/json.js';
import type { ResourceType } from '../scim/message.js';
import { CORE_URNS } from '../scim/urn.js';

/**
 * The extensions of a resource type, as /ResourceTypes says (RFC 7643 §6). Without a word of it there, by the custom that an
 * extension's URN ends with the name of the type that it extends (§10.3).
 *
 * @param type the resource type
 * @param schemas the target's /Schemas
 * @param resourceTypes the body of /ResourceTypes; undefined when there is none
 */
export function extensionsOf(
  type: ResourceType,
  schemas: readonly SchemaDefinition[],
  resourceTypes: Json | undefined,
): readonly SchemaDefinition[] {
  return schemas.filter(({ id }) => extendsType(id.toLowerCase(), type, resourceTypes));
}

function extendsType(urn: string, type: ResourceType, resourceTypes: Json | undefined): boolean {
  if (Object.values(CORE_URNS).some((core) => core.toLowerCase() === urn) || /:core:2\.0:/.test(urn)) return false;
  const entry = typesIn(resourceTypes).find(
    (each) => String(getMember(each, 'schema') ?? '').toLowerCase() === CORE_URNS[type].toLowerCase(),
  );
  if (entry === undefined) return urn.endsWith(`:${type.toLowerCase()}`);
  const listed = getMember(entry, 'schemaExtensions');
  return Array.isArray(listed) && listed.some((each) => isObject(each) && String(getMember(each, 'schema') ?? '').toLowerCase() === urn);
}

/**
 * The entries of /ResourceTypes: a list, or the only entry by itself.
 *
 * @param body the body of /ResourceTypes
 */
export function typesIn(body: Json | undefined): readonly JsonObject[] {
  const list = isObject(body) ? (getMember(body, 'Resources') ?? [body]) : body;
  return objectsIn(list);
}

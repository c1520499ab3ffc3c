import { type AttributeDefinition, attribute, findAttribute, type SchemaDefinition } from '../scim/attribute.js';
import type { ResourceType } from '../scim/message.js';
import { SchemaSet, STANDARD_SCHEMAS } from '../scim/schema-set.js';
import { CORE_URNS } from '../scim/urn.js';

/** The schemas of one sample server. */
export interface Catalogue {
  readonly definitions: readonly SchemaDefinition[];
  /** The same, as paths, filters and patches want them. */
  readonly set: SchemaSet;
  readonly urns: readonly string[];
  core(type: ResourceType): SchemaDefinition;
  extensions(type: ResourceType): readonly SchemaDefinition[];
}

/** RFC 7643 §3.1 has it for every resource; Entra wants to find it in /Schemas. */
const EXTERNAL_ID = attribute('externalId', 'The id that the provisioning client has for the resource.', { caseExact: true });

/**
 * Builds the catalogue: the standard schemas and those that a mapping adds. An extra schema with the URN of a standard
 * one adds its attributes to it.
 *
 * @param extra further schemas
 */
export function createCatalogue(extra: readonly SchemaDefinition[]): Catalogue {
  const merged = new Map<string, SchemaDefinition>();
  for (const schema of [...STANDARD_SCHEMAS.schemas, ...extra]) {
    const key = schema.id.toLowerCase();
    const known = merged.get(key);
    merged.set(key, known === undefined ? withExternalId(schema) : { ...known, attributes: union(known.attributes, schema.attributes) });
  }
  const definitions = [...merged.values()];
  return {
    definitions,
    set: new SchemaSet(definitions),
    urns: definitions.map((schema) => schema.id),
    core: (type) => definitions.find((schema) => schema.id === CORE_URNS[type]) ?? { id: CORE_URNS[type], name: type, attributes: [] },
    extensions: (type) => definitions.filter((schema) => !isCore(schema) && typeOf(schema) === type),
  };
}

function isCore(schema: SchemaDefinition): boolean {
  return Object.values(CORE_URNS).includes(schema.id);
}

/** A schema does not say what it extends; by convention the last part of its URN does. */
function typeOf(schema: SchemaDefinition): ResourceType {
  return /:group$/i.test(schema.id) ? 'Group' : 'User';
}

function withExternalId(schema: SchemaDefinition): SchemaDefinition {
  return isCore(schema) ? { ...schema, attributes: union(schema.attributes, [EXTERNAL_ID]) } : schema;
}

function union(attributes: readonly AttributeDefinition[], more: readonly AttributeDefinition[]): AttributeDefinition[] {
  return [...attributes, ...more.filter((candidate) => findAttribute(attributes, candidate.name) === undefined)];
}

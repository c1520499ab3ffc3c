import type { AttributeDefinition, SchemaDefinition } from '../scim/attribute.js';
import { getMember, type Json, objectsIn } from '../scim/json.js';
import { typesIn } from './extensions.js';

/**
 * The schemas with something required in each extension that every resource of a type must have (RFC 7643 §6, `schemaExtensions.required`).
 * Where the extension itself requires nothing, it is there by whatever it holds: by the first text that a client can write, or else by
 * another single value.
 *
 * @param schemas the target's /Schemas
 * @param resourceTypes the body of /ResourceTypes; undefined when there is none
 */
export function withDemandedExtensions(schemas: readonly SchemaDefinition[], resourceTypes: Json | undefined): readonly SchemaDefinition[] {
  const demanded = new Set(
    typesIn(resourceTypes)
      .flatMap((type) => objectsIn(getMember(type, 'schemaExtensions')))
      .filter((each) => getMember(each, 'required') === true)
      .map((each) => String(getMember(each, 'schema')).toLowerCase()),
  );
  return schemas.map((schema) => (demanded.has(schema.id.toLowerCase()) ? withOneRequired(schema) : schema));
}

function withOneRequired(schema: SchemaDefinition): SchemaDefinition {
  const { attributes } = schema;
  if (attributes.some(({ required }) => required)) return schema;
  const plain = attributes.filter(isPlain);
  const first = plain.find(({ type }) => type === 'string') ?? plain[0];
  return { ...schema, attributes: attributes.map((each) => (each === first ? { ...each, required: true } : each)) };
}

function isPlain({ type, multiValued, mutability, canonicalValues }: AttributeDefinition): boolean {
  return type !== 'complex' && type !== 'reference' && !multiValued && mutability === 'readWrite' && canonicalValues === undefined;
}

import { type AttributeDefinition, findAttribute, type SchemaDefinition } from './attribute.js';
import type { ResourceType } from './message.js';
import type { AttributePath } from './path.js';
import { COMMON_ATTRIBUTES } from './schemas/common.js';
import { CORE_GROUP } from './schemas/core-group.js';
import { CORE_USER } from './schemas/core-user.js';
import { ENTERPRISE_USER } from './schemas/enterprise-user.js';
import { CORE_URNS, coreType } from './urn.js';

export { readSchemas } from './read-schemas.js';

/** The schemas that a target follows, for looking attributes up. */
export class SchemaSet {
  readonly schemas: readonly SchemaDefinition[];
  /** The URNs of the schemas, as the schemas spell them. */
  readonly urns: readonly string[];
  /** By URN in lower case; of two schemas with the same one the first counts. */
  readonly #byUrn = new Map<string, SchemaDefinition>();

  constructor(schemas: readonly SchemaDefinition[]) {
    this.schemas = schemas;
    this.urns = schemas.map((schema) => schema.id);
    for (const schema of [...schemas].reverse()) this.#byUrn.set(schema.id.toLowerCase(), schema);
  }

  /**
   * Finds a schema by its URN, without regard to case.
   *
   * @param urn the URN
   */
  schema(urn: string): SchemaDefinition | undefined {
    return this.#byUrn.get(urn.toLowerCase());
  }

  /**
   * Finds the definition that a path names, without regard to case. A path without a URN names an attribute of the
   * resource type's core schema or a common attribute (RFC 7644 §3.10). A value filter in the path plays no part.
   *
   * @param path the path
   * @param type the resource type that the path belongs to
   * @returns the sub-attribute's definition when the path has a sub-attribute, else the attribute's; undefined when
   *   there is none, or when the path names a whole extension
   */
  find(path: AttributePath, type: ResourceType): AttributeDefinition | undefined {
    const attribute = this.whole(path, type);
    return path.sub === undefined ? attribute : findAttribute(attribute?.subAttributes, path.sub);
  }

  /**
   * Finds the definition of the attribute that a path leads into, whatever its sub-attribute.
   *
   * @param path the path
   * @param type the resource type that the path belongs to
   */
  whole(path: AttributePath, type: ResourceType): AttributeDefinition | undefined {
    return path.attribute === undefined ? undefined : this.#attribute(path.urn ?? CORE_URNS[type], path.attribute, type);
  }

  #attribute(urn: string, name: string, type: ResourceType): AttributeDefinition | undefined {
    const core = coreType(urn);
    // RFC 7643 §3.1: the common attributes take precedence over whatever a schema says about them.
    const common = core === type ? findAttribute(COMMON_ATTRIBUTES, name) : undefined;
    if (common !== undefined) return this.#withOwnLimits(common, urn);
    // A core schema describes its own resource type and no other.
    if (core !== undefined && core !== type) return undefined;
    return findAttribute(this.schema(urn)?.attributes, name);
  }

  /** A client's own identifier is what a target may demand, or keep as it was first sent, and says so. */
  #withOwnLimits(common: AttributeDefinition, urn: string): AttributeDefinition {
    if (common.name !== 'externalId') return common;
    const own = findAttribute(this.schema(urn)?.attributes, common.name);
    return own === undefined ? common : { ...common, required: own.required, mutability: own.mutability };
  }
}

/** User, Group and the enterprise extension as RFC 7643 has them. */
export const STANDARD_SCHEMAS: SchemaSet = new SchemaSet([CORE_USER, CORE_GROUP, ENTERPRISE_USER]);

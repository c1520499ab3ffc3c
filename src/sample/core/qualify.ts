import type { ResourceType } from '../../scim/message.js';
import type { AttributePath } from '../../scim/path.js';
import type { Catalogue } from '../catalogue.js';

/**
 * Finds the schema of an attribute. Microsoft's documentation has the enterprise extension's `manager` without the URN in
 * front, in a filter and in a PATCH, so an attribute that the core schema lacks is looked for in the extensions.
 *
 * @param catalogue the schemas
 * @param path the path as the client wrote it
 * @param types the resource types that it may belong to
 * @returns the path, with the extension's URN where that was missing; undefined when no schema has the attribute
 */
export function qualify(catalogue: Catalogue, path: AttributePath, types: readonly ResourceType[]): AttributePath | undefined {
  if (path.attribute === undefined) return catalogue.set.schema(path.urn ?? '') === undefined ? undefined : path;
  const extensions = types.flatMap((type) => catalogue.extensions(type).map((schema) => ({ ...path, urn: schema.id })));
  const candidates = path.urn === undefined ? [path, ...extensions] : [path];
  return candidates.find((candidate) => types.some((type) => catalogue.set.find(candidate, type) !== undefined));
}

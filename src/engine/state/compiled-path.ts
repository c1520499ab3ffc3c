import { defined } from '../../base/defined.js';
import type { AttributeDefinition } from '../../scim/attribute.js';
import type { Json, JsonObject } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import { type AttributePath, KNOWN_URNS, parsePath } from '../../scim/path.js';
import { valueAt } from '../../scim/resource.js';
import type { SchemaSet } from '../../scim/schema-set.js';

/** A target path, read once: the same few paths are looked up in every resource after every write. */
export interface CompiledPath {
  /** As the mapping or the scenario writes it. */
  readonly text: string;
  /** In lower case, for sets and maps: names have no case (RFC 7643 §2.1). */
  readonly key: string;
  /** Absent when the text is no path. */
  readonly path?: AttributePath;
  /** What the schemas say of the attribute, or of its sub-attribute where the path names one. */
  readonly definition?: AttributeDefinition;
  /** What they say of the whole attribute. */
  readonly attribute?: AttributeDefinition;
  /** The value of a resource there, see `valueAt`. */
  valueIn(resource: JsonObject): Json | undefined;
}

/** A target may name anything, so the number of paths that are kept is bounded. */
const MOST_KEPT = 4_000;

const compiled = new WeakMap<SchemaSet, Map<string, CompiledPath>>();

/**
 * Reads a target path with the schemas that a target follows.
 *
 * @param schemas what the target follows
 * @param type the resource type that the path belongs to
 * @param text the path
 */
export function compilePath(schemas: SchemaSet, type: ResourceType, text: string): CompiledPath {
  let known = compiled.get(schemas);
  if (known === undefined) {
    known = new Map();
    compiled.set(schemas, known);
  }
  const name = `${type} ${text}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  const made = compile(schemas, type, text);
  if (known.size < MOST_KEPT) known.set(name, made);
  return made;
}

function compile(schemas: SchemaSet, type: ResourceType, text: string): CompiledPath {
  const urns = [...KNOWN_URNS, ...schemas.urns];
  const parsed = parsePath(text, urns);
  const key = text.toLowerCase();
  if (!parsed.ok) return { text, key, valueIn: (resource) => valueAt(resource, text) };
  const path = parsed.value;
  const attribute = schemas.whole(path, type);
  const definition = schemas.find(path, type);
  // The URN of an extension that no schema describes may hold anything: only the resource shows where it ends.
  const isCertain = path.urn === undefined || urns.includes(path.urn);
  return {
    text,
    key,
    path,
    ...defined({ attribute, definition }),
    valueIn: (resource) => valueAt(resource, isCertain ? path : text),
  };
}

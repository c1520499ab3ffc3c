import { defined } from '../../base/defined.js';
import { type AttributeDefinition, findAttribute } from '../attribute.js';
import type { Filter } from '../filter.js';
import { findKey, getMember, isObject, type JsonObject } from '../json.js';
import type { ResourceType } from '../message.js';
import { type AttributePath, parsePath } from '../path.js';
import type { SchemaSet } from '../schema-set.js';
import { CORE_URNS, coreType } from '../urn.js';
import { refuse } from './failure.js';

/** What a patch needs to know wherever it works. */
export interface PatchContext {
  readonly schemas: SchemaSet;
  readonly type: ResourceType;
  readonly noMatch: 'create' | 'noTarget';
  readonly removeValue: 'listed' | 'all';
  readonly readOnly: 'ignore' | 'refuse';
  readonly required: 'refuse' | 'ignore';
  readonly immutable: 'refuse' | 'ignore';
}

/** Where an operation works: an attribute inside its container, which is the resource or an extension. */
export interface Target {
  readonly container: JsonObject;
  /** The attribute's name as its definition has it; unknown ones as the resource has them, else as they were sent. */
  readonly name: string;
  readonly definition?: AttributeDefinition;
  readonly filter?: Filter;
  readonly sub?: string;
  readonly subDefinition?: AttributeDefinition;
}

/**
 * Reads a path of a patch. The URNs that the resource shows are known as well.
 *
 * @param text the path, or a member name of a path-less value
 * @param resource the resource
 * @param context the patch's settings
 * @throws PatchFailure invalidPath
 */
export function readTargetPath(text: string, resource: JsonObject, context: PatchContext): AttributePath {
  const parsed = parsePath(text, [...context.schemas.urns, ...shownUrns(resource)]);
  return parsed.ok ? parsed.value : refuse('invalidPath', `The path is malformed at character ${parsed.offset + 1}: ${parsed.message}.`);
}

/**
 * The extension that a path leads into.
 *
 * @param path the path
 * @param resource the resource
 * @param context the patch's settings
 * @returns the URN as the schema or the resource spells it; undefined: the top of the resource
 * @throws PatchFailure invalidPath for an unknown schema and for the core schema of another resource type
 */
export function extensionOf(path: AttributePath, resource: JsonObject, context: PatchContext): string | undefined {
  if (path.urn === undefined) return undefined;
  const wanted = path.urn.toLowerCase();
  if (wanted === CORE_URNS[context.type].toLowerCase()) return undefined;
  if (coreType(wanted) !== undefined) {
    return refuse('invalidPath', `A ${context.type} has no attributes of ${path.urn}.`);
  }
  const known =
    context.schemas.schema(path.urn)?.id ?? findKey(resource, path.urn) ?? shownUrns(resource).find((urn) => urn.toLowerCase() === wanted);
  return known ?? refuse('invalidPath', `The schema ${path.urn} is unknown.`);
}

/**
 * Finds what a path names and refuses what the schema does not have.
 *
 * @param path a path with an attribute
 * @param container the resource or the extension
 * @param context the patch's settings
 * @throws PatchFailure invalidPath, invalidFilter
 */
export function resolveTarget(path: AttributePath, container: JsonObject, context: PatchContext): Target {
  const attribute = path.attribute ?? refuse('invalidPath', 'The path names no attribute.');
  const { filter, sub, ...base } = path;
  const found = context.schemas.find(base, context.type);
  const definition = found === undefined ? undefined : relaxed(found, context);
  if (definition === undefined && isClosed(path.urn, context)) refuse('invalidPath', `The attribute "${attribute}" is unknown.`);
  const subDefinition = sub === undefined ? undefined : resolveSub(sub, definition);
  if (filter !== undefined && definition !== undefined) checkFilter(filter, definition);
  return {
    container,
    name: definition?.name ?? findKey(container, attribute) ?? attribute,
    ...defined({ definition, filter, sub: subDefinition?.name ?? sub, subDefinition }),
  };
}

/** Whether a schema's attributes are known, so that any other name is a mistake. */
function isClosed(urn: string | undefined, context: PatchContext): boolean {
  return urn === undefined || urn.toLowerCase() === CORE_URNS[context.type].toLowerCase() || context.schemas.schema(urn) !== undefined;
}

function resolveSub(sub: string, definition: AttributeDefinition | undefined): AttributeDefinition | undefined {
  if (definition === undefined) return undefined;
  if (definition.type !== 'complex') return refuse('invalidPath', `"${definition.name}" has no sub-attributes.`);
  const found = findAttribute(definition.subAttributes, sub);
  if (found === undefined && definition.subAttributes !== undefined) {
    return refuse('invalidPath', `"${definition.name}" has no sub-attribute "${sub}".`);
  }
  return found;
}

/** A filter selects among several values, by sub-attributes that exist. */
function checkFilter(filter: Filter, definition: AttributeDefinition): void {
  if (!definition.multiValued) refuse('invalidPath', `"${definition.name}" has one value; a value filter cannot select from it.`);
  const known = definition.subAttributes;
  if (known === undefined) return;
  for (const name of namesIn(filter)) {
    if (findAttribute(known, name) === undefined) refuse('invalidFilter', `"${definition.name}" has no sub-attribute "${name}".`);
  }
}

function namesIn(filter: Filter): string[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return [...namesIn(filter.left), ...namesIn(filter.right)];
    case 'not':
      return namesIn(filter.filter);
    default:
      return filter.path.attribute === undefined ? [] : [filter.path.attribute];
  }
}

function shownUrns(resource: JsonObject): string[] {
  const listed = getMember(resource, 'schemas');
  const urns = Array.isArray(listed) ? listed.filter((urn) => typeof urn === 'string') : [];
  const extensions = Object.entries(resource).filter(([key, value]) => key.includes(':') && isObject(value));
  return [...new Set([...urns, ...extensions.map(([key]) => key)])];
}

/** The definition without what the patch is not to mind. */
function relaxed(definition: AttributeDefinition, context: PatchContext): AttributeDefinition {
  const { mutability, subAttributes } = definition;
  const isFree = context.immutable === 'ignore' && mutability === 'immutable';
  return {
    ...definition,
    ...(context.required === 'ignore' ? { required: false } : {}),
    ...(isFree ? { mutability: 'readWrite' } : {}),
    ...(subAttributes === undefined || context.immutable !== 'ignore'
      ? {}
      : { subAttributes: subAttributes.map((part) => (part.mutability === 'immutable' ? { ...part, mutability: 'readWrite' } : part)) }),
  };
}

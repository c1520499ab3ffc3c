import { type AttributeDefinition, findAttribute } from '../../scim/attribute.js';
import type { ResourceType } from '../../scim/message.js';
import { type AttributePath, parsePath, printPath } from '../../scim/path.js';
import { STANDARD_SCHEMAS } from '../../scim/schema-set.js';
import { COMMON_ATTRIBUTES } from '../../scim/schemas/common.js';
import { CORE_URNS } from '../../scim/urn.js';
import { nearest } from '../../yaml/nearest.js';

/** What is wrong with an attribute's name, and what was probably meant. */
export interface NameProblem {
  /** One clause without a full stop. */
  readonly message: string;
  /** A name that can be parsed; absent when nothing is likely. */
  readonly likely?: string;
}

/**
 * Looks for mistakes in an attribute's name: brackets and quotes in the wrong place, a dot before a bracket, a dot after
 * a URN, no sub-attribute where the attribute is complex, words that the standard does not know but nearly does.
 *
 * @param name the name as a table has it
 * @param type whose attribute it is
 * @returns undefined when nothing is wrong
 */
export function nameProblem(name: string, type: ResourceType): NameProblem | undefined {
  const parsed = parsePath(name);
  if (!parsed.ok) {
    const repaired = repairSyntax(name);
    const message = `"${name}" is no attribute path`;
    const again = parsePath(repaired);
    if (!again.ok) return { message };
    return { message, likely: wordProblem(repaired, again.value, type)?.likely ?? repaired };
  }
  return wordProblem(name, parsed.value, type);
}

/** Mistakes of writing, one after the other; what is right stays as it is. */
function repairSyntax(name: string): string {
  return name
    .replaceAll('\\"', '"')
    .replace(/[“”„‟″]/g, '"')
    .replace(/[`*]/g, '')
    .replace(/\s+(?=[\].])|(?<=[[.])\s+/g, '')
    .replace(/\.\[/, '[')
    .replace(/^([\w$:.-]+)\[(\w+)\s+eq\s*"?([^"\]]*)"?\.(\w+)\]?$/, '$1[$2 eq "$3"].$4')
    .replace(/\[(\w+)\s+eq\s*"?([^"\]]*?)"?\](?=\.|$)/, '[$1 eq "$2"]')
    .replace(/^(urn:.*:\d+\.\d+)\.(\w[\w$-]*)$/i, '$1:$2');
}

/** Words that the standard's schemas do not have. */
function wordProblem(name: string, path: AttributePath, type: ResourceType): NameProblem | undefined {
  const urn = path.urn ?? CORE_URNS[type];
  const schema = STANDARD_SCHEMAS.schema(urn);
  // Nothing is known of an app's own extension.
  if (schema === undefined || path.attribute === undefined) return undefined;
  const known = [...schema.attributes, ...(path.urn === undefined ? COMMON_ATTRIBUTES : [])];
  const definition = findAttribute(known, path.attribute);
  if (definition === undefined) return unknownAttribute(name, path, known);
  if (definition.name !== path.attribute)
    return {
      message: `"${path.attribute}" is written ${definition.name} in the standard`,
      likely: printPath({ ...path, attribute: definition.name }),
    };
  return subProblem(name, path, definition, schema.attributes);
}

function unknownAttribute(name: string, path: AttributePath, known: readonly AttributeDefinition[]): NameProblem {
  const near = nearest(
    path.attribute ?? '',
    known.map((each) => each.name),
  );
  const message = `"${name}" names no attribute of ${path.urn === undefined ? "SCIM's core schema" : path.urn}`;
  if (near === undefined) return { message };
  const definition = findAttribute(known, near);
  // `email` may mean any part of any element of `emails`.
  const whole = path.sub === undefined && path.filter === undefined && definition?.type === 'complex';
  const fits = !whole && (path.sub === undefined || findAttribute(definition?.subAttributes, path.sub) !== undefined);
  return fits ? { message, likely: printPath({ ...path, attribute: near }) } : { message };
}

function subProblem(
  name: string,
  path: AttributePath,
  definition: AttributeDefinition,
  top: readonly AttributeDefinition[],
): NameProblem | undefined {
  const parts = definition.subAttributes ?? [];
  if (path.sub === undefined) {
    const needed = path.filter !== undefined && findAttribute(parts, 'value') !== undefined;
    return needed ? { message: `"${name}" selects a whole value; its sub-attribute is missing`, likely: `${name}.value` } : undefined;
  }
  if (parts.length === 0 || findAttribute(parts, path.sub) !== undefined) return undefined;
  const message = `"${name}": ${definition.name} has no sub-attribute "${path.sub}" in the standard`;
  const outside = path.filter === undefined ? findAttribute(top, path.sub) : undefined;
  if (outside !== undefined) return { message, likely: outside.name };
  const near = nearest(
    path.sub,
    parts.map((part) => part.name),
  );
  return near === undefined ? { message } : { message, likely: printPath({ ...path, sub: near }) };
}

/**
 * The problem as a sentence.
 *
 * @param problem the problem
 * @param fix whether the likely name is used
 */
export function describeNameProblem({ message, likely }: NameProblem, fix: boolean): string {
  if (likely === undefined) return `${message}.`;
  return fix ? `${message}; it is taken for "${likely}".` : `${message}; "${likely}" is probably meant (--fix uses it).`;
}

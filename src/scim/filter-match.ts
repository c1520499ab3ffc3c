import { type AttributeDefinition, findAttribute } from './attribute.js';
import { instantOf } from './date-time.js';
import type { CompareOperator, Filter } from './filter.js';
import { getMember, isObject, type Json, type JsonObject } from './json.js';
import type { ResourceType } from './message.js';
import type { AttributePath } from './path.js';
import type { SchemaSet } from './schema-set.js';
import { coreType } from './urn.js';

type Literal = string | number | boolean | null;

/** Finds the definition of the attribute that a path of a filter leads into, whatever its sub-attribute. */
type Lookup = (path: AttributePath) => AttributeDefinition | undefined;

/**
 * Tells whether a resource meets a filter (RFC 7644 §3.4.2.2). One value of a multi-valued attribute is enough. Strings are
 * compared as the attribute's `caseExact` says; unknown attributes without regard to case. The id of a referenced resource,
 * which is a `value` beside a `$ref`, is compared exactly whatever the schema says, because ids are (RFC 7643 §3.1).
 * Booleans are also compared with the texts "True" and "false", as Entra writes them. An order on booleans or binary values
 * is never met.
 *
 * @param filter the filter
 * @param resource the resource
 * @param schemas the schemas that the resource follows
 * @param type its resource type
 */
export function matches(filter: Filter, resource: JsonObject, schemas: SchemaSet, type: ResourceType): boolean {
  return matchesObject(filter, resource, (path) => schemas.whole(path, type));
}

/**
 * Tells whether one value of a multi-valued attribute meets the filter of a value path. A simple value counts as its own
 * `value`.
 *
 * @param filter the filter inside the brackets
 * @param element the value
 * @param definition the attribute's definition, if it is known
 */
export function matchesElement(filter: Filter, element: Json, definition?: AttributeDefinition): boolean {
  // `type eq "work"`, asked of every value of every resource that is compared: nothing of what follows is needed for it.
  if (filter.kind === 'compare' && isObject(element) && isName(filter.path)) {
    const value = getMember(element, filter.path.attribute) ?? null;
    if (typeof value !== 'object' || value === null)
      return compare(value, filter.op, filter.value, subDefinition(definition, filter.path.attribute));
  }
  const lookup: Lookup = (path) => (path.attribute === undefined ? undefined : subDefinition(definition, path.attribute));
  return matchesObject(filter, isObject(element) ? element : { value: element }, lookup);
}

/** Whether a path is one name and nothing else. */
function isName(path: AttributePath): path is AttributePath & { readonly attribute: string } {
  return path.attribute !== undefined && path.urn === undefined && path.sub === undefined && path.filter === undefined;
}

/**
 * The definition of a sub-attribute, with the rule that ids of other resources are case-exact.
 *
 * @param definition the attribute's definition, if it is known
 * @param name the sub-attribute
 */
function subDefinition(definition: AttributeDefinition | undefined, name: string): AttributeDefinition | undefined {
  const sub = findAttribute(definition?.subAttributes, name);
  if (sub?.name !== 'value' || findAttribute(definition?.subAttributes, '$ref') === undefined) return sub;
  return { ...sub, caseExact: true };
}

function matchesObject(filter: Filter, object: JsonObject, lookup: Lookup): boolean {
  switch (filter.kind) {
    case 'and':
      return matchesObject(filter.left, object, lookup) && matchesObject(filter.right, object, lookup);
    case 'or':
      return matchesObject(filter.left, object, lookup) || matchesObject(filter.right, object, lookup);
    case 'not':
      return !matchesObject(filter.filter, object, lookup);
    case 'valuePath': {
      const definition = lookup(filter.path);
      return elementsAt(object, filter.path).some((element) => matchesElement(filter.filter, element, definition));
    }
    case 'present':
      return valuesAt(object, filter.path, lookup).values.some(isPresent);
    case 'compare': {
      const { values, definition } = valuesAt(object, filter.path, lookup);
      if (values.length === 0) return compare(null, filter.op, filter.value, definition);
      return values.some((value) => compare(value, filter.op, filter.value, definition));
    }
  }
}

/** The values that a path names, one by one, with the definition that they follow. */
function valuesAt(object: JsonObject, path: AttributePath, lookup: Lookup): { values: Json[]; definition?: AttributeDefinition } {
  const { filter, sub } = path;
  const attribute = lookup(path);
  const elements = elementsAt(object, path).filter((element) => filter === undefined || matchesElement(filter, element, attribute));
  // A complex attribute without a sub-attribute stands for its `value` (RFC 7643 §2.4).
  const name = sub ?? (elements.some((element) => isObject(element) && getMember(element, 'value') !== undefined) ? 'value' : undefined);
  if (name === undefined) return { values: elements, ...defined(attribute) };
  const values = elements.flatMap((element) => (isObject(element) ? asList(getMember(element, name)) : sub === undefined ? [element] : []));
  return { values, ...defined(attribute?.type === 'complex' ? subDefinition(attribute, name) : sub === undefined ? attribute : undefined) };
}

function defined(definition: AttributeDefinition | undefined): { definition?: AttributeDefinition } {
  return definition === undefined ? {} : { definition };
}

function elementsAt(object: JsonObject, path: AttributePath): Json[] {
  const isCore = path.urn === undefined || coreType(path.urn) !== undefined;
  const container = isCore ? object : getMember(object, path.urn ?? '');
  if (path.attribute === undefined) return asList(container);
  return isObject(container) ? asList(getMember(container, path.attribute)) : [];
}

function asList(value: Json | undefined): Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.filter((item) => item !== null) : [value];
}

/** RFC 7644 table 3: "a non-empty or non-null value, or if it contains a non-empty node for complex attributes". */
function isPresent(value: Json): boolean {
  if (value === null || value === '') return false;
  if (Array.isArray(value)) return value.some((item) => item !== null);
  if (isObject(value)) return Object.values(value).some((member) => member !== null && member !== '');
  return true;
}

function compare(actual: Json, op: CompareOperator, wanted: Literal, definition: AttributeDefinition | undefined): boolean {
  if (op === 'ne') return !compare(actual, 'eq', wanted, definition);
  if (actual === null || wanted === null) return op === 'eq' && actual === wanted;
  if (definition?.type === 'boolean' || typeof actual === 'boolean' || typeof wanted === 'boolean') {
    const truth = asBoolean(actual);
    return op === 'eq' && truth !== undefined && truth === asBoolean(wanted);
  }
  if (typeof actual === 'number' && typeof wanted === 'number') return ordered(actual, op, wanted);
  if (typeof actual !== 'string' || typeof wanted !== 'string') return false;
  return compareText(actual, op, wanted, definition);
}

function compareText(actual: string, op: CompareOperator, wanted: string, definition: AttributeDefinition | undefined): boolean {
  if (definition?.type === 'dateTime') {
    const [left, right] = [instantOf(actual), instantOf(wanted)];
    if (left !== undefined && right !== undefined && op !== 'co' && op !== 'sw' && op !== 'ew') return ordered(left, op, right);
  }
  if (definition?.type === 'binary' && ['gt', 'ge', 'lt', 'le'].includes(op)) return false;
  // RFC 7643 §2.3.6 and §2.3.7: binary values and references are case-exact.
  const isExact = definition?.caseExact === true || definition?.type === 'binary' || definition?.type === 'reference';
  const [left, right] = isExact ? [actual, wanted] : [actual.toLowerCase(), wanted.toLowerCase()];
  switch (op) {
    case 'co':
      return left.includes(right);
    case 'sw':
      return left.startsWith(right);
    case 'ew':
      return left.endsWith(right);
    default:
      return ordered(left, op, right);
  }
}

function ordered<T extends string | number>(left: T, op: CompareOperator, right: T): boolean {
  switch (op) {
    case 'eq':
      return left === right;
    case 'gt':
      return left > right;
    case 'ge':
      return left >= right;
    case 'lt':
      return left < right;
    case 'le':
      return left <= right;
    default:
      return false;
  }
}

function asBoolean(value: Json): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

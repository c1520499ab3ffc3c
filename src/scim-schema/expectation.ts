import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Json } from '../scim/json.js';

/** Longer values are cut. */
const MAX_SHOWN = 80;

/**
 * What a schema wanted, to follow "must be".
 *
 * @param error an error of ajv's, with `verbose`
 */
export function expectationOf(error: ErrorObject): string {
  const wanted: unknown = error.schema;
  switch (error.keyword) {
    case 'type':
      return typesOf(wanted);
    case 'required':
      return 'present and have a value';
    case 'minLength':
      return 'a string that is not empty';
    case 'minItems':
      return 'an array that is not empty';
    case 'uniqueItems':
      return 'an array without duplicates';
    case 'enum':
      return `one of ${listOf(wanted)}`;
    case 'contains':
      return containsOf(error);
    case 'minimum':
      return `${String(wanted)} or more`;
    case 'format':
      return 'an absolute or relative URI';
    case 'not':
      return 'an id without the reserved word "bulkId"';
    case 'pattern':
      return patternOf(String(wanted));
    default:
      return `valid (${error.message ?? error.keyword})`;
  }
}

/**
 * A value in the words of a report.
 *
 * @param value any JSON
 */
export function shown(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : `an array of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  const text = JSON.stringify(value);
  const cut = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
  return `the ${typeof value} ${cut}`;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a string',
  boolean: 'a boolean (true or false, without quotation marks)',
  integer: 'a whole number',
  array: 'an array',
  object: 'an object',
};

function typesOf(wanted: unknown): string {
  const names = (Array.isArray(wanted) ? wanted : [wanted])
    .filter((name: unknown) => name !== 'null')
    .map((name: unknown) => TYPES[String(name)] ?? String(name));
  return names.join(' or ');
}

function listOf(wanted: unknown): string {
  const words: unknown[] = Array.isArray(wanted) ? wanted : [];
  return words
    .filter((word) => word !== null)
    .map((word) => JSON.stringify(word))
    .join(', ');
}

function containsOf(error: ErrorObject): string {
  const wanted: unknown = error.schema;
  if (typeof wanted === 'object' && wanted !== null && 'const' in wanted) return `an array that contains ${JSON.stringify(wanted.const)}`;
  return 'an array with at most one element whose primary is true';
}

function patternOf(pattern: string): string {
  if (pattern.includes('T(')) return 'a date and time such as 2008-01-23T04:56:22Z';
  if (pattern.startsWith('^[1-5]')) return 'an HTTP status code as a string, such as "404"';
  return 'an attribute name: a letter, then letters, digits, $, - or _';
}

import type { AnySchemaObject, ErrorObject } from 'ajv/dist/2020.js';
import type { Validator } from '../base/validator.js';
import { isObject } from '../scim/json.js';
import type { Diagnostic } from './diagnostic.js';
import { MOST_PROBLEMS, type Path, type YamlDocument } from './document.js';
import { didYouMean } from './nearest.js';

/**
 * Checks a value against a schema and says what is wrong in plain words, each at its place in the file.
 *
 * @param document the file
 * @param validate the compiled schema
 * @param value the value to check
 * @param at where the value stands in the file
 */
export function shapeProblems(document: YamlDocument, validate: Validator, value: unknown, at: Path): Diagnostic[] {
  if (validate(value)) return [];
  return (validate.errors ?? [])
    .filter((error) => !isDetail(error))
    .slice(0, MOST_PROBLEMS)
    .map((error) => describe(document, error, [...at, ...segmentsOf(error.instancePath)]));
}

/** Errors that only explain another one: branches of `anyOf`, the pattern behind `propertyNames`. */
function isDetail(error: ErrorObject): boolean {
  return error.schemaPath.includes('/anyOf/') || (error.propertyName !== undefined && error.keyword !== 'propertyNames');
}

function describe(document: YamlDocument, error: ErrorObject, path: Path): Diagnostic {
  const name = nameOf(path);
  const schema: AnySchemaObject = error.parentSchema ?? {};
  const say = (message: string, hint?: string, where: Path = path, at: 'key' | 'value' = 'value'): Diagnostic =>
    document.problem(where, message, { hint, at, stage: 'shape' });
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params['additionalProperty']);
      return say(`unknown key "${key}"`, didYouMean(key, Object.keys(schema['properties'] ?? {})), [...path, key], 'key');
    }
    case 'propertyNames': {
      const key = String(error.params['propertyName']);
      return say(`"${key}" is no name of letters, digits, - and _`, undefined, [...path, key], 'key');
    }
    case 'required': {
      const key = String(error.params['missingProperty']);
      return say(`missing key "${key}"`, schema['properties']?.[key]?.description);
    }
    case 'anyOf':
      return say('the step changes nothing', `It needs ${listOf(alternatives(error), 'or')}.`);
    case 'type':
      return error.data === null
        ? say(`${name} has no value`, schema['x-hint'] ?? schema['description'])
        : say(`${name} must be ${typeWords(error.params['type'])}, not ${wordFor(error.data)}`, schema['x-hint']);
    case 'enum': {
      const allowed: string[] = error.params['allowedValues'].map(String);
      return say(
        `${name} cannot be ${shown(error.data)}`,
        typeof error.data === 'string' ? didYouMean(error.data, allowed) : `Possible here: ${allowed.join(', ')}.`,
      );
    }
    case 'pattern':
      return say(`${name} ${schema['patternErrorMessage'] ?? 'has the wrong form'}`);
    case 'uniqueItems': {
      const items: unknown[] = Array.isArray(error.data) ? error.data : [];
      const index: number = error.params['i'];
      return say(`${shown(items[index])} stands twice in ${name}`, undefined, [...path, index]);
    }
    case 'minItems':
    case 'minProperties':
    case 'minLength':
      return say(`${name} is empty`, schema['description']);
    default:
      return say(`${name} ${error.message ?? 'is wrong'}`);
  }
}

/** The keys of which an `anyOf` of `required` demands one. */
function alternatives(error: ErrorObject): string[] {
  const branches: AnySchemaObject[] = Array.isArray(error.schema) ? error.schema : [];
  return branches.flatMap((branch) => branch['required'] ?? []);
}

function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  if (typeof last === 'string' && !/^\d+$/.test(last)) return `"${last}"`;
  const owner = path.at(-2);
  return owner === undefined ? 'the item' : owner === 'steps' ? 'a step' : `an item of "${owner}"`;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  null: 'null',
};

function typeWords(types: unknown): string {
  const names = Array.isArray(types) ? types.map(String) : String(types).split(',');
  return listOf(
    names.map((type) => TYPE_WORDS[type] ?? type),
    'or',
  );
}

function wordFor(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'a map';
  if (typeof value === 'boolean') return `the truth value ${value}`;
  return typeof value === 'number' ? `the number ${value}` : 'text';
}

/** A value in a message: texts in quotes and cut, everything else by its kind. */
function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
  return value === null ? 'without a value' : wordFor(value);
}

function listOf(words: readonly string[], joint: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}

function segmentsOf(pointer: string): string[] {
  return pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

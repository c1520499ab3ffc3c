import { isObject, type Json, type JsonObject } from '../../scim/json.js';

/** What an expression yields: nothing, one value, several values, or objects such as the roles of an app. */
export type Value = undefined | string | number | boolean | readonly (string | JsonObject)[];

/** What an expression's result may depend on besides the object: given in, so that it can be repeated. */
export interface World {
  /** The moment of evaluation, in milliseconds since 1970. */
  readonly now: number;
  /** Chance, from 0 up to but not including 1. */
  readonly random: () => number;
}

/** A function of Entra's expression language. */
export interface ExpressionFunction {
  /** As Microsoft writes it. Calls do not differ by letter case. */
  readonly name: string;
  /** Fewest and most arguments. */
  readonly arity: readonly [fewest: number, most: number];
  /** @throws NotEvaluated for arguments that it cannot work with */
  readonly call: (args: readonly Value[], world: World) => Value;
}

/** An expression cannot be evaluated with the values that it was given. */
export class NotEvaluated extends Error {}

/**
 * A value as text; several values are joined by commas, nothing is empty. Truth is written as .NET writes it.
 *
 * @param value the value
 */
export function textOf(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'object'
    ? value.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join(',')
    : String(value);
}

/**
 * Several values; one value is a list of one.
 *
 * @param value the value
 */
export function listOf(value: Value): readonly (string | JsonObject)[] {
  if (typeof value === 'object') return value;
  return value === undefined || value === '' ? [] : [textOf(value)];
}

/**
 * A whole number.
 *
 * @param value the value
 * @throws NotEvaluated when it is none
 */
export function wholeOf(value: Value): number {
  const number = typeof value === 'number' ? value : Number(textOf(value) || Number.NaN);
  if (!Number.isInteger(number)) throw new NotEvaluated(`"${textOf(value)}" is no whole number`);
  return number;
}

/**
 * Whether there is a value.
 *
 * @param value the value
 */
export function isPresent(value: Value): boolean {
  return typeof value === 'object' ? value.length > 0 : value !== undefined && value !== '';
}

/**
 * Truth: `true`, or the words True and False in any letter case.
 *
 * @param value the value
 * @throws NotEvaluated for anything else
 */
export function truthOf(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  const word = textOf(value).toLowerCase();
  if (word === 'true' || word === '1') return true;
  if (word === 'false' || word === '0' || word === '') return false;
  throw new NotEvaluated(`"${textOf(value)}" is neither True nor False`);
}

/**
 * A value of the directory as an expression sees it.
 *
 * @param value a member of the source object
 */
export function fromJson(value: Json | undefined): Value {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) {
    const items: (string | JsonObject)[] = value.filter((each) => each !== null).map((each) => (isObject(each) ? each : String(each)));
    return items;
  }
  return typeof value === 'object' ? [value] : value;
}

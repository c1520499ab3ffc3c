import type { Json, JsonObject } from '../../scim/json.js';
import { getMember } from '../../scim/json.js';
import { type Comparison, type Expression, parseExpression } from './expression.js';
import { FUNCTIONS } from './functions/index.js';
import { fromJson, NotEvaluated, textOf, type Value, type World } from './value.js';

/** Something in an expression that cannot be evaluated, with its place in the text, counted from 0. */
export interface ExpressionProblem {
  readonly message: string;
  readonly offset: number;
}

/**
 * Looks whether an expression can be evaluated: it can be parsed, and all its functions are known.
 *
 * @param text the expression
 */
export function expressionProblem(text: string): ExpressionProblem | undefined {
  const parsed = parseExpression(text);
  return parsed.ok ? problemIn(parsed.expression) : parsed;
}

function problemIn(expression: Expression): ExpressionProblem | undefined {
  if (expression.kind === 'compare') return problemIn(expression.left) ?? problemIn(expression.right);
  if (expression.kind !== 'call') return undefined;
  const { name, args, offset } = expression;
  const known = FUNCTIONS.get(name.toLowerCase());
  if (known === undefined) return { message: `the function ${name} is not known`, offset };
  const [fewest, most] = known.arity;
  if (args.length < fewest || args.length > most)
    return { message: `${known.name} takes ${fewest === most ? fewest : `${fewest} to ${most}`} arguments, not ${args.length}`, offset };
  for (const arg of args) {
    const problem = arg === undefined ? undefined : problemIn(arg);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/**
 * The directory's attributes that an expression asks for.
 *
 * @param text the expression
 * @returns their names as written, each once; empty for what is no expression
 */
export function attributesIn(text: string): string[] {
  const parsed = parseExpression(text);
  return parsed.ok ? [...new Set(attributesOf(parsed.expression))] : [];
}

function attributesOf(expression: Expression): string[] {
  switch (expression.kind) {
    case 'constant':
      return [];
    case 'attribute':
      return [expression.name];
    case 'compare':
      return [...attributesOf(expression.left), ...attributesOf(expression.right)];
    case 'call':
      return expression.args.flatMap((arg) => (arg === undefined ? [] : attributesOf(arg)));
  }
}

export type Evaluated = { readonly ok: true; readonly value: Json | undefined } | { readonly ok: false; readonly message: string };

/**
 * The value that an expression gives for an object of the directory.
 *
 * @param text the expression
 * @param source the object's attributes by their names in the directory: `{ mail: 'kim@example.com' }`
 * @param world the moment and the chance that the expression may ask for; default: always the same
 * @returns the value, undefined for nothing, or why there is none; never throws
 */
export function evaluate(text: string, source: JsonObject, world: World = STILL): Evaluated {
  const parsed = parseExpression(text);
  const problem = parsed.ok ? problemIn(parsed.expression) : parsed;
  if (!parsed.ok || problem !== undefined) return { ok: false, message: problem?.message ?? 'no expression' };
  try {
    const value = resultOf(parsed.expression, source, world);
    return { ok: true, value: typeof value === 'object' ? [...value] : value };
  } catch (error) {
    if (error instanceof NotEvaluated) return { ok: false, message: error.message };
    throw error;
  }
}

/** A moment and a chance that never change: half past eight on the first of April 2026, UTC. */
const STILL: World = { now: Date.UTC(2026, 3, 1, 8, 30), random: () => 0.5 };

/** Numbers are compared as numbers, everything else as text. */
function compared(op: Comparison, left: Value, right: Value): boolean {
  const [first, second] = [textOf(left), textOf(right)];
  if (op === '=' || op === '<>') return (first === second) === (op === '=');
  const numbers = [first, second].every((text) => text.trim() !== '' && !Number.isNaN(Number(text)));
  const order = numbers ? Number(first) - Number(second) : first < second ? -1 : Number(first > second);
  if (op === '<' || op === '>') return op === '<' ? order < 0 : order > 0;
  return op === '<=' ? order <= 0 : order >= 0;
}

/** The longest text that a function may make: nested calls could double it without end. */
const LONGEST = 100_000;

function resultOf(expression: Expression, source: JsonObject, world: World): Value {
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'attribute':
      return fromJson(getMember(source, expression.name));
    case 'compare': {
      return compared(expression.op, resultOf(expression.left, source, world), resultOf(expression.right, source, world));
    }
    case 'call': {
      const args = expression.args.map((arg) => (arg === undefined ? undefined : resultOf(arg, source, world)));
      const value = FUNCTIONS.get(expression.name.toLowerCase())?.call(args, world);
      if (textOf(value).length > LONGEST) throw new NotEvaluated('the value becomes too long');
      return value;
    }
  }
}

import type { Json, JsonObject } from '../../scim/json.js';
import { getMember } from '../../scim/json.js';
import { type Expression, parseExpression } from './expression.js';
import { FUNCTIONS } from './functions/index.js';
import { fromJson, NotEvaluated, textOf, type Value } from './value.js';

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

export type Evaluated = { readonly ok: true; readonly value: Json | undefined } | { readonly ok: false; readonly message: string };

/**
 * The value that an expression gives for an object of the directory.
 *
 * @param text the expression
 * @param source the object's attributes by their names in the directory: `{ mail: 'kim@example.com' }`
 * @returns the value, undefined for nothing, or why there is none; never throws
 */
export function evaluate(text: string, source: JsonObject): Evaluated {
  const parsed = parseExpression(text);
  const problem = parsed.ok ? problemIn(parsed.expression) : parsed;
  if (!parsed.ok || problem !== undefined) return { ok: false, message: problem?.message ?? 'no expression' };
  try {
    const value = resultOf(parsed.expression, source);
    return { ok: true, value: typeof value === 'object' ? [...value] : value };
  } catch (error) {
    if (error instanceof NotEvaluated) return { ok: false, message: error.message };
    throw error;
  }
}

/** The longest text that a function may make: nested calls could double it without end. */
const LONGEST = 100_000;

function resultOf(expression: Expression, source: JsonObject): Value {
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'attribute':
      return fromJson(getMember(source, expression.name));
    case 'compare': {
      const same = textOf(resultOf(expression.left, source)) === textOf(resultOf(expression.right, source));
      return expression.op === '=' ? same : !same;
    }
    case 'call': {
      const args = expression.args.map((arg) => (arg === undefined ? undefined : resultOf(arg, source)));
      const value = FUNCTIONS.get(expression.name.toLowerCase())?.call(args);
      if (textOf(value).length > LONGEST) throw new NotEvaluated('the value becomes too long');
      return value;
    }
  }
}

import type { ErrorObject } from 'ajv/dist/2020.js';
import { defined } from '../base/defined.js';
import type { Json } from '../scim/json.js';
import type { SchemaName } from './documents.js';
import { expectationOf, shown } from './expectation.js';

import { locate, spell } from './spelling.js';
import { validatorOf } from './validators.js';

export type { SchemaName } from './documents.js';

/** One thing in a body that the RFCs forbid. */
export interface SchemaViolation {
  /** JSON pointer into the body, in the body's own spelling; for a missing attribute, where it should be. */
  readonly pointer: string;
  /** The same for people: `emails[0].value`. Empty for the body itself. */
  readonly path: string;
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  /** The section that demands it: `RFC 7643 §4.1.1`. */
  readonly rule?: string;
  /** The JSON Schema keyword that failed: `required`, `type`, `enum` … */
  readonly keyword: string;
}

export interface ValidateOptions {
  /**
   * The client asked for some attributes only (`attributes`, `excludedAttributes`), so that nothing but a resource's id
   * has to be there (RFC 7644 §3.9).
   */
  readonly partial?: boolean;
}

/** More than this tells a reader nothing new. */
const MAX_VIOLATIONS = 20;

/**
 * Validates a body against what RFC 7643 and RFC 7644 demand of it, and no more: further attributes, unknown extensions,
 * missing optional attributes and null for an attribute without a value are legal.
 *
 * @param name what the body should be
 * @param body the body; never changed
 * @param options see the members
 * @returns at most 20 violations, in the order of the schema; none when the body is fine
 */
export function validateBody(name: SchemaName, body: Json, options: ValidateOptions = {}): SchemaViolation[] {
  const validate = validatorOf(name);
  if (validate === undefined) throw new Error(`there is no schema ${name}`);
  const spelled = spell(body, `${name}.schema.json`);
  if (validate(spelled)) return [];
  const violations: SchemaViolation[] = [];
  const seen = new Set<string>();
  for (const error of validate.errors ?? []) {
    // `if` only repeats that its `then` failed; below `contains` stands why each single element is not the wanted one.
    if (error.keyword === 'if' || error.schemaPath.includes('/contains/')) continue;
    if (options.partial === true && error.keyword === 'required' && error.instancePath === '' && error.params['missingProperty'] !== 'id')
      continue;
    const violation = violationOf(error, body);
    const key = `${violation.pointer} ${violation.keyword}`;
    if (seen.has(key)) continue;
    seen.add(key);
    violations.push(violation);
    if (violations.length === MAX_VIOLATIONS) break;
  }
  return violations;
}

function violationOf(error: ErrorObject, body: Json): SchemaViolation {
  const missing: unknown = error.keyword === 'required' ? error.params['missingProperty'] : undefined;
  const tokens = [...tokensOf(error.instancePath), ...(typeof missing === 'string' ? [missing] : [])];
  const place = locate(body, tokens);
  const path = pathOf(place.tokens);
  const expected = expectationOf(error);
  const received = place.value === undefined ? 'nothing' : shown(place.value);
  const rule = ruleOf(error, missing);
  return {
    pointer: place.tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    path,
    message: `${path === '' ? 'The body' : path} must be ${expected}; it is ${received}.`,
    expected,
    received,
    ...defined({ rule }),
    keyword: error.keyword,
  };
}

/** A missing attribute is demanded by the section that defines it, everything else by that of the constraint or of what holds it. */
function ruleOf(error: ErrorObject, missing: unknown): string | undefined {
  const parent: unknown = error.parentSchema;
  const properties = member(parent, 'properties');
  const own = typeof missing === 'string' ? member(member(properties, missing), '$comment') : member(error.schema, '$comment');
  const rule = own ?? member(parent, '$comment');
  return typeof rule === 'string' ? rule : undefined;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function tokensOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** `emails[0].value`; a schema URI is set off with a colon, as in SCIM's own paths (RFC 7644 §3.10). */
function pathOf(tokens: readonly string[]): string {
  let path = '';
  for (const [index, token] of tokens.entries()) {
    if (/^\d+$/.test(token)) path += `[${token}]`;
    else if (index === 0) path = token;
    else path += `${/^urn:/i.test(tokens[index - 1] ?? '') ? ':' : '.'}${token}`;
  }
  return path;
}

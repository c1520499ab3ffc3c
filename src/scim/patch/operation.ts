import { defined } from '../../base/defined.js';
import { isShallowJson } from '../copy.js';
import { getMember, isObject, type Json } from '../json.js';
import { refuse } from './failure.js';

/** What an operation does to its target (RFC 7644 §3.5.2). */
export type PatchOp = 'add' | 'remove' | 'replace';

/** One operation, validated. An absent `value` is not the same as null. */
export interface Operation {
  readonly op: PatchOp;
  readonly path?: string;
  readonly value?: Json;
}

/** More levels than any attribute has. */
const MAX_VALUE_DEPTH = 16;

/**
 * Validates one operation of a PATCH body. The name of the operation has no case: Entra writes `Replace`.
 *
 * @param operation one item of `Operations`
 * @throws PatchFailure when it is no operation
 */
export function readOperation(operation: unknown): Operation {
  if (!isObject(operation)) return refuse('invalidSyntax', 'An operation must be an object.');
  const op = getMember(operation, 'op');
  const name = typeof op === 'string' ? op.toLowerCase() : '';
  if (name !== 'add' && name !== 'remove' && name !== 'replace') return refuse('invalidSyntax', 'The "op" must be add, remove or replace.');
  const path = getMember(operation, 'path') ?? undefined;
  if (path !== undefined && typeof path !== 'string') return refuse('invalidPath', 'The "path" must be a string.');
  const value = getMember(operation, 'value');
  if (value === undefined && name !== 'remove') return refuse('invalidValue', `The operation "${name}" needs a "value".`);
  if (value !== undefined && !isShallowJson(value, MAX_VALUE_DEPTH)) return refuse('invalidValue', 'The "value" is nested too deeply.');
  return { op: name, ...defined({ path, value }) };
}

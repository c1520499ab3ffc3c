import { sameValue } from './compare.js';
import { copyJson } from './copy.js';
import { isObject, type Json, type JsonObject } from './json.js';
import type { ResourceType } from './message.js';
import { changeExtension, removeExtension } from './patch/extension.js';
import { PatchFailure, refuse } from './patch/failure.js';
import { removeMultiValued, writeMultiValued } from './patch/multi-valued.js';
import { type Operation, type PatchOp, readOperation } from './patch/operation.js';
import { isSettled } from './patch/read-only.js';
import { removeSingular, writeSingular } from './patch/singular.js';
import { extensionOf, type PatchContext, readTargetPath, resolveTarget, type Target } from './patch/target.js';
import type { AttributePath } from './path.js';
import type { SchemaSet } from './schema-set.js';
import { CORE_URNS } from './urn.js';

/** How a patch is applied where the standard and the clients leave a choice. */
export interface PatchOptions {
  readonly schemas: SchemaSet;
  readonly type: ResourceType;
  /** A replace whose value filter selects nothing: `create` the value, as Entra needs, or fail as RFC 7644 §3.5.2.3 says. */
  readonly noMatch?: 'create' | 'noTarget';
  /** A remove of a multi-valued attribute with a `value`: remove the `listed` ones, as Entra needs, or `all` as the RFC says. */
  readonly removeValue?: 'listed' | 'all';
  /** A change of a readOnly attribute: leave it out, or fail. A value that is equal already never fails. */
  readonly readOnly?: 'ignore' | 'refuse';
  /** A remove of a required attribute: fail, or go on, as a target may that looks at nothing but the end (RFC 7644 §3.5.2.2). */
  readonly required?: 'refuse' | 'ignore';
  /** Another value for an immutable attribute: fail, or go on, as a target may that accepts more than its schema says. */
  readonly immutable?: 'refuse' | 'ignore';
}

/** What a patch leads to. On failure nothing has been applied. */
export type PatchResult =
  | { readonly ok: true; readonly resource: JsonObject; readonly changed: boolean }
  | {
      readonly ok: false;
      /** A keyword of RFC 7644 §3.12. */
      readonly scimType: string;
      readonly detail: string;
      /** Which operation failed, counted from 0; -1: the list itself. */
      readonly operation: number;
    };

/** More than any client sends in one request. */
const MAX_OPERATIONS = 1000;

/**
 * Applies a PATCH to a resource: RFC 7644 §3.5.2 and what Entra and Okta send beyond it (names of operations in any case,
 * booleans as text, path-less values with dotted and URN keys, a manager as a bare string, value paths that match nothing
 * yet). Either all operations are applied or none.
 *
 * @param resource the resource, which is not changed
 * @param operations the `Operations` of the PATCH body, not yet validated
 * @param options the schemas, the resource type, and the choices
 * @returns a new resource that shares nothing with the old one, or the failure; never throws
 */
export function applyPatch(resource: JsonObject, operations: unknown, options: PatchOptions): PatchResult {
  if (!Array.isArray(operations) || operations.length === 0 || operations.length > MAX_OPERATIONS) {
    return {
      ok: false,
      scimType: 'invalidSyntax',
      detail: `"Operations" must be a list of 1 to ${MAX_OPERATIONS} operations.`,
      operation: -1,
    };
  }
  const context: PatchContext = {
    noMatch: 'create',
    removeValue: 'listed',
    readOnly: 'ignore',
    required: 'refuse',
    immutable: 'refuse',
    ...options,
  };
  const result = copyJson(resource);
  for (const [index, item] of operations.entries()) {
    try {
      applyOperation(result, readOperation(item), context);
    } catch (error) {
      if (!(error instanceof PatchFailure)) throw error;
      return { ok: false, scimType: error.scimType, detail: error.message, operation: index };
    }
  }
  return { ok: true, resource: result, changed: !sameValue(resource, result) };
}

function applyOperation(resource: JsonObject, operation: Operation, context: PatchContext): void {
  const { op, path, value } = operation;
  if (path !== undefined) applyAt(resource, op, readTargetPath(path, resource, context), value, context);
  else if (op === 'remove') refuse('noTarget', 'The operation "remove" needs a "path".');
  else applyMembers(resource, op, value, context);
}

/** A value without a path: each member is applied as if its name were the path. */
function applyMembers(resource: JsonObject, op: PatchOp, value: Json | undefined, context: PatchContext): void {
  if (!isObject(value)) refuse('invalidValue', 'Without a "path", the "value" must be an object.');
  for (const [key, member] of Object.entries(value)) {
    const path = readTargetPath(key, resource, context);
    // The core schema's URN as a member name would lead here again.
    if (path.attribute === undefined && extensionOf(path, resource, context) === undefined)
      refuse('invalidPath', 'The path names no attribute.');
    applyAt(resource, op, path, member, context);
  }
}

function applyAt(resource: JsonObject, op: PatchOp, path: AttributePath, value: Json | undefined, context: PatchContext): void {
  const urn = extensionOf(path, resource, context);
  if (path.attribute !== undefined) {
    if (urn === undefined) applyToTarget(op, resolveTarget(path, resource, context), value, context);
    else changeExtension(resource, urn, context, (extension) => applyToTarget(op, resolveTarget(path, extension, context), value, context));
  } else if (urn === undefined) {
    if (op === 'remove') refuse('noTarget', 'The path names no attribute.');
    applyMembers(resource, op, value, context);
  } else if (op === 'remove' || value === null) {
    if (op !== 'add') removeExtension(resource, urn);
  } else {
    applyExtension(resource, op, urn, value, context);
  }
}

/** A whole extension as the value; what the value does not mention stays. */
function applyExtension(resource: JsonObject, op: PatchOp, urn: string, value: Json | undefined, context: PatchContext): void {
  if (!isObject(value)) refuse('invalidValue', `The value of ${urn} must be an object.`);
  for (const [key, member] of Object.entries(value)) {
    const path = readTargetPath(`${urn}:${key}`, resource, context);
    if (path.urn?.toLowerCase() !== urn.toLowerCase() || path.attribute === undefined)
      refuse('invalidPath', `"${key}" is no attribute of ${urn}.`);
    applyAt(resource, op, path, member, context);
  }
}

function applyToTarget(op: PatchOp, target: Target, value: Json | undefined, context: PatchContext): void {
  if (isSettled(op, target, value, context)) return;
  const isMultiValued = target.definition?.multiValued ?? looksMultiValued(target, value);
  if (op === 'remove') {
    if (isMultiValued) removeMultiValued(target, value, context);
    else removeSingular(target);
  } else if (isMultiValued) writeMultiValued(op, target, value ?? null, context);
  else writeSingular(target, value ?? null);
  if (target.definition?.name === 'schemas') keepCoreSchema(target, context);
}

/** For an attribute of an unknown extension, the values tell. */
function looksMultiValued(target: Target, value: Json | undefined): boolean {
  return target.filter !== undefined || Array.isArray(target.container[target.name]) || (Array.isArray(value) && target.sub === undefined);
}

/** A resource never loses the schema of its own type. */
function keepCoreSchema(target: Target, context: PatchContext): void {
  const core = CORE_URNS[context.type];
  const listed = target.container[target.name];
  if (!Array.isArray(listed) || listed.some((urn) => typeof urn === 'string' && urn.toLowerCase() === core.toLowerCase())) return;
  target.container[target.name] = [core, ...listed];
}

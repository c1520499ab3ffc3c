import { getMember, isObject, type Json, type JsonObject } from '../scim/json.js';

/** What a PATCH operation says, read without regard to case. */
export interface Operation {
  /** In lower case; empty when there is none. */
  readonly op: string;
  readonly path: string | undefined;
  readonly value: Json | undefined;
}

/**
 * Reads an operation.
 *
 * @param operation one item of `Operations`
 */
export function readOperation(operation: Json): Operation {
  const object = isObject(operation) ? operation : {};
  const op = getMember(object, 'op');
  const path = getMember(object, 'path');
  return {
    op: typeof op === 'string' ? op.toLowerCase() : '',
    path: typeof path === 'string' && path !== '' ? path : undefined,
    value: getMember(object, 'value'),
  };
}

/**
 * What a list of operations sets, one path at a time: an operation without a path counts as one for each member of its value.
 *
 * @param operations the operations of a PATCH
 */
export function assignments(operations: readonly Json[]): Operation[] {
  return operations.map(readOperation).flatMap((operation) => {
    if (operation.path !== undefined || !isObject(operation.value)) return [operation];
    return Object.entries(operation.value).map(([path, value]) => ({ op: operation.op, path, value }));
  });
}

/**
 * Leaves out of a list of operations what sets certain paths; an operation without a path loses the members concerned.
 *
 * @param operations the operations of a PATCH
 * @param isUnwanted tells which paths and values go
 */
export function without(operations: readonly Json[], isUnwanted: (assignment: Operation & { path: string }) => boolean): Json[] {
  return operations.flatMap((raw): Json[] => {
    const operation = readOperation(raw);
    const { op, path, value } = operation;
    if (path !== undefined) return isUnwanted({ ...operation, path }) ? [] : [raw];
    if (!isObject(value)) return [raw];
    const kept = Object.entries(value).filter(([key, member]) => !isUnwanted({ op, path: key, value: member }));
    return kept.length === 0 ? [] : [{ op, value: Object.fromEntries(kept) }];
  });
}

/**
 * Rewrites operations one by one.
 *
 * @param operations the operations of a PATCH
 * @param change from an operation to what takes its place; undefined leaves it as it is
 */
export function rewrite(operations: readonly Json[], change: (operation: Operation) => JsonObject | undefined): Json[] {
  return operations.map((operation) => change(readOperation(operation)) ?? operation);
}

import { operationsOf, sentOperations, type WriteOperation } from '../../../check/operation.js';
import { isObject, type Json, type JsonObject } from '../../../scim/json.js';
import type { ResourceType } from '../../../scim/message.js';
import type { SchemaSet } from '../../../scim/schema-set.js';

/** An operation that asks for one thing: one with a path, or a single member of a value without one. */
export interface SingleOperation {
  readonly sent: JsonObject;
  readonly asked: WriteOperation;
}

/** What an operation is read with. */
export interface OperationContext {
  readonly type: ResourceType;
  readonly schemas: SchemaSet;
  /** The resource before the request. */
  readonly before: JsonObject;
  /** Another operation with a path was accepted. */
  readonly readsPaths?: boolean;
}

/**
 * Takes a PATCH apart: what it asks for, one thing at a time, each as an operation that can be sent alone.
 *
 * @param body the body of the PATCH
 * @param context what the operations are read with
 */
export function singleOperations(body: Json | undefined, context: OperationContext): SingleOperation[] {
  return sentOperations(body)
    .flatMap((sent) => {
      const { path, value } = sent;
      if (typeof path === 'string' || !isObject(value)) return [sent];
      return Object.entries(value).map(([key, each]) => ({ ...sent, value: { [key]: each } }));
    })
    .flatMap((sent) => {
      const [asked] = operationsOf('PATCH', { Operations: [sent] }, context.before, context.type, context.schemas);
      return asked === undefined ? [] : [{ sent, asked }];
    });
}

/** The body of a PATCH with other operations. */
export function patchOf(body: Json | undefined, operations: readonly JsonObject[]): JsonObject {
  return { ...(isObject(body) ? body : {}), Operations: [...operations] };
}

import { defined } from '../base/defined.js';
import { plainText } from '../base/plain-text.js';
import { getMember, isObject, type Json, type JsonObject } from './json.js';

/** One operation of a bulk request (RFC 7644 §3.7), as far as it can be read. */
export interface BulkOperation {
  /** In upper case. */
  readonly method: string;
  readonly path: string;
  readonly bulkId?: string;
  readonly data?: Json;
}

/** The beginning of a reference to a resource that another operation of the request creates. */
export const BULK_ID = 'bulkId:';

/**
 * The operations of a bulk request.
 *
 * @param body the request's body
 * @returns undefined when it is none, or when one of its operations has no method or path
 */
export function readBulk(body: Json | undefined): BulkOperation[] | undefined {
  const operations = isObject(body) ? getMember(body, 'Operations') : undefined;
  if (!Array.isArray(operations)) return undefined;
  const read = operations.flatMap((operation) => readOperation(operation) ?? []);
  return read.length === operations.length ? read : undefined;
}

function readOperation(operation: Json): BulkOperation | undefined {
  if (!isObject(operation)) return undefined;
  const [method, path, bulkId, data] = ['method', 'path', 'bulkId', 'data'].map((name) => getMember(operation, name));
  if (typeof method !== 'string' || typeof path !== 'string') return undefined;
  return {
    method: method.toUpperCase(),
    path,
    ...(typeof bulkId === 'string' ? { bulkId } : {}),
    ...defined({ data }),
  };
}

/**
 * The results in the answer to a bulk request, each with the operation that it belongs to: by `bulkId` where there is one,
 * by its location or its place otherwise.
 *
 * @param operations what was sent
 * @param body the answer's body
 * @returns undefined when the answer is no BulkResponse; a result is undefined where there is none for the operation
 */
export function readBulkResults(
  operations: readonly BulkOperation[],
  body: Json | undefined,
): { readonly operation: BulkOperation; readonly result: JsonObject | undefined }[] | undefined {
  const results = isObject(body) ? getMember(body, 'Operations') : undefined;
  if (!Array.isArray(results)) return undefined;
  const known = results.filter(isObject);
  const named = new Set(operations.flatMap(({ bulkId }) => bulkId ?? []));
  return operations.map((operation, index) => {
    const own = known.find((each) => operation.bulkId !== undefined && getMember(each, 'bulkId') === operation.bulkId);
    if (own !== undefined) return { operation, result: own };
    const nameless = (each: JsonObject): boolean => {
      const claimed = getMember(each, 'bulkId');
      return !(typeof claimed === 'string' && named.has(claimed)) && methodOf(each) === operation.method;
    };
    const located = known.find((each) => nameless(each) && plainText(getMember(each, 'location')).endsWith(operation.path));
    const there = known[index];
    return { operation, result: located ?? (there !== undefined && nameless(there) ? there : undefined) };
  });
}

function methodOf(result: JsonObject): string {
  return plainText(getMember(result, 'method')).toUpperCase();
}

/**
 * The status of one result: a text, an object with a `code` (RFC 7644 §3.7 has both), or, beyond the standard's examples, a
 * number; undefined when there is none.
 */
export function bulkStatus(result: JsonObject): number | undefined {
  const written = getMember(result, 'status');
  const status = Number(plainText(isObject(written) ? getMember(written, 'code') : written));
  return Number.isInteger(status) && status >= 100 && status <= 599 ? status : undefined;
}

/**
 * Puts ids in the place of references to other operations.
 *
 * @param value any value
 * @param ids bulkId → id
 */
export function withBulkIds(value: Json, ids: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return value.startsWith(BULK_ID) ? (ids.get(value.slice(BULK_ID.length)) ?? value) : value;
  if (Array.isArray(value)) return value.map((item) => withBulkIds(item, ids));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withBulkIds(member, ids)]));
}

import { defined } from '../../base/defined.js';
import { BULK_ID, type BulkOperation, readBulk, withBulkIds } from '../../scim/bulk.js';
import { getMember, isObject, type Json, type JsonObject } from '../../scim/json.js';
import { headerOf } from '../../scim/message.js';
import { BULK_RESPONSE_URN } from '../../scim/urn.js';
import { badRequest, Refusal } from '../refusal.js';
import type { Reply } from '../reply.js';
import type { SampleRequest } from '../request.js';
import type { World } from '../world.js';

/** The most operations and bytes of a bulk request, as /ServiceProviderConfig says. */
export const BULK_LIMITS = { maxOperations: 20, maxPayloadSize: 1024 * 1024 } as const;

/**
 * Carries out a bulk request (RFC 7644 §3.7). Operations that refer to a resource which a later one creates wait for it.
 *
 * @param world what the stages share
 * @param body the BulkRequest
 * @returns the BulkResponse
 * @throws Refusal 413 when there are too many operations, 400 when one cannot be read
 */
export function bulk(world: World, body: JsonObject): JsonObject {
  const operations = readBulk(body);
  if (operations === undefined) throw badRequest('invalidSyntax', 'Operations must be a list, each with a method and a path.');
  const { maxOperations } = BULK_LIMITS;
  if (operations.length > maxOperations)
    throw new Refusal(413, `The number of operations (${operations.length}) exceeds maxOperations (${maxOperations}).`);
  const most = Number(getMember(body, 'failOnErrors') ?? Number.POSITIVE_INFINITY);
  const ids = new Map<string, string>();
  const results: JsonObject[] = [];
  let waiting = operations;
  for (let errors = 0; waiting.length > 0 && errors < most; ) {
    const next = waiting.find((operation) => !refersTo(operation, waiting)) ?? waiting[0];
    if (next === undefined) break;
    waiting = waiting.filter((operation) => operation !== next);
    const result = carryOut(world, next, ids);
    if (Number(result['status']) >= 400) errors += 1;
    results.push(result);
  }
  return { schemas: [BULK_RESPONSE_URN], Operations: results };
}

/** It names the bulkId of one that is still to come. */
function refersTo(operation: BulkOperation, waiting: readonly BulkOperation[]): boolean {
  const text = JSON.stringify([operation.path, operation.data ?? null]);
  return waiting.some((other) => other !== operation && other.bulkId !== undefined && text.includes(`${BULK_ID}${other.bulkId}"`));
}

function carryOut(world: World, operation: BulkOperation, ids: Map<string, string>): JsonObject {
  const { method, bulkId } = operation;
  const path = operation.path.replace(/bulkId:([^/]+)/, (whole, name: string) => ids.get(name) ?? whole);
  const reply = answerTo(world, method, path, operation.data === undefined ? undefined : withBulkIds(operation.data, ids));
  const id = isObject(reply.body) ? getMember(reply.body, 'id') : undefined;
  if (method === 'POST' && bulkId !== undefined && reply.status < 300 && typeof id === 'string') ids.set(bulkId, id);
  const location = method === 'POST' ? headerOf(reply.headers, 'Location') : `${world.baseUrl()}${path}`;
  const version = headerOf(reply.headers, 'ETag');
  return {
    method,
    ...defined({ bulkId, location, version }),
    status: String(reply.status),
    ...(reply.status >= 400 && reply.body !== undefined ? { response: reply.body } : {}),
  };
}

function answerTo({ stages }: World, method: string, path: string, data: Json | undefined): Reply {
  const body = new TextEncoder().encode(data === undefined ? '' : JSON.stringify(data));
  const request: SampleRequest = { method, path, query: '', headers: {}, body };
  try {
    const route = stages.route(request);
    if (method === 'GET' || (route.kind !== 'collection' && route.kind !== 'resource'))
      throw badRequest('invalidValue', `${method} ${path} is no operation of a bulk request.`);
    return stages.perform(route, request);
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal(500, 'The server failed to handle the operation.');
    return stages.failure(refusal, request);
  }
}

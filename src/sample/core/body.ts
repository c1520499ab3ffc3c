import { isShallowJson } from '../../scim/copy.js';
import { isObject, type Json, type JsonObject } from '../../scim/json.js';
import { badRequest, Refusal } from '../refusal.js';
import type { SampleRequest } from '../request.js';

/** Deeper than any SCIM message; what recurses over a body stays far from the limits of the stack. */
const DEEPEST = 32;

/**
 * Reads the body as a JSON object. Both media types of RFC 7644 §3.1 are taken, whatever their parameters.
 *
 * @param request the request
 */
export function body(request: SampleRequest): JsonObject {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== undefined && type !== '' && type !== 'application/scim+json' && type !== 'application/json') {
    throw new Refusal(415, 'The body must be application/scim+json or application/json.');
  }
  const value = parse(request.body);
  if (!isObject(value)) throw badRequest('invalidSyntax', 'The body must be a JSON object.');
  return value;
}

function parse(bytes: Uint8Array): Json {
  let value: Json;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json;
  } catch {
    throw badRequest('invalidSyntax', 'The body is not JSON in UTF-8.');
  }
  if (!isShallowJson(value, DEEPEST)) throw badRequest('invalidSyntax', `The body is nested more than ${DEEPEST} levels deep.`);
  return value;
}

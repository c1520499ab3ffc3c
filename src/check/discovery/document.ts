import type { Json } from '../../scim/json.js';
import { type SchemaName, validateBody } from '../../scim-schema/validate.js';
import type { CheckFailure, Observation } from '../context.js';
import { pathOf } from '../resources.js';
import { showResponse } from '../show.js';

/**
 * Judges a discovery document: it is there, and it is what the standard says.
 *
 * @param observation any exchange
 * @param path where the document lives
 * @param schema what it must be
 * @param expected the same in words
 */
export function judgeDocument(
  observation: Observation,
  path: string,
  schema: SchemaName,
  expected: string,
): CheckFailure | 'silent' | 'fine' {
  const { request, response } = observation;
  if (request.method !== 'GET' || request.target.includes('?') || pathOf(request.target).toLowerCase() !== path.toLowerCase())
    return 'silent';
  // Whoever asks with a credential that must be refused is not owed a document.
  if (request.purpose === 'refuse' || request.purpose === 'anonymous') return 'silent';
  if (response.status !== 200 || response.body === undefined) return { expected, received: showResponse(response), subject: 'answer' };
  const body: Json = response.body;
  const [violation] = validateBody(schema, body);
  if (violation === undefined) return 'fine';
  return {
    expected: `${expected}; ${violation.path || 'the body'}: ${violation.expected}`,
    received: violation.received,
    subject: violation.path,
  };
}

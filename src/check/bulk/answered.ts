import { type BulkOperation, bulkStatus, readBulk, readBulkResults } from '../../scim/bulk.js';
import type { JsonObject } from '../../scim/json.js';
import type { Observation } from '../context.js';
import { pathOf, promised } from '../resources.js';

/** What a bulk request asked for, and what came of each operation. */
export interface Answered {
  readonly operations: readonly BulkOperation[];
  /** Undefined when the answer is no BulkResponse. */
  readonly results: readonly { readonly operation: BulkOperation; readonly result: JsonObject | undefined }[] | undefined;
}

/**
 * A bulk request that the target must carry out, with its results.
 *
 * @param seen an exchange
 * @returns undefined for other requests, and for those that the target's own limit lets it refuse
 */
export function bulkIn({ request, response, facts }: Observation): Answered | undefined {
  const operations = request.method === 'POST' && /^\/bulk$/i.test(pathOf(request.target)) ? readBulk(request.body) : undefined;
  const most = promised(facts.config, 'bulk', 'maxOperations');
  if (operations === undefined || (typeof most === 'number' && most > 0 && operations.length > most)) return undefined;
  return { operations, results: response.status === 200 ? readBulkResults(operations, response.body) : undefined };
}

/** The results that came, each with its status. */
export function resultsIn(
  observation: Observation,
): { readonly operation: BulkOperation; readonly result: JsonObject; readonly status: number | undefined }[] {
  return (bulkIn(observation)?.results ?? []).flatMap(({ operation, result }) =>
    result === undefined ? [] : [{ operation, result, status: bulkStatus(result) }],
  );
}

/** Whether the operation failed. */
export const isFailure = ({ status }: { readonly status: number | undefined }): boolean => status !== undefined && status >= 400;

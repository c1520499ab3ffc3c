import type { ListRead } from '../../scim/read.js';
import { readList } from '../../scim/read.js';
import type { Observation } from '../context.js';
import { parameterOf } from '../resources.js';

/** A page that a scenario asked for by number, as it came. */
export interface AskedPage {
  /** The number asked for. */
  readonly start: number;
  readonly total: number;
  readonly resources: ListRead['resources'];
}

/**
 * Reads the answer to a scenario's own request for a page. Clients' requests are left alone: they go on with what they get.
 *
 * @param seen any exchange
 * @returns undefined for other requests, and for answers that say nothing of a total
 */
export function pageAsked({ request, response }: Observation): AskedPage | undefined {
  const start = Number(parameterOf(request.target, 'startIndex'));
  const list = response.status === 200 ? readList(response.body) : undefined;
  if (request.purpose !== 'raw' || request.method !== 'GET' || !Number.isInteger(start) || list?.total === undefined) return undefined;
  return { start, total: list.total, resources: list.resources };
}

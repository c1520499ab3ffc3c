import { plainText } from '../../../base/plain-text.js';
import { type Conversation, isParallel } from '../../../client/client.js';
import { getMember, type JsonObject } from '../../../scim/json.js';
import type { ScimResponse } from '../../../scim/message.js';
import { readList } from '../../../scim/read.js';

/** What was read of a list, page by page. */
export interface Walk {
  readonly ids: ReadonlySet<string>;
  /** What each page said of the number of all; undefined: nothing. */
  readonly totals: ReadonlySet<number | undefined>;
}

/**
 * A conversation that reads pages, and what these say of the number of all.
 *
 * @param pages the client's conversation
 * @param totals receives `totalResults` of each page
 */
export function* tellingTotals<T>(pages: Conversation<T>, totals: Set<number | undefined>): Conversation<T> {
  let next = pages.next();
  while (next.done !== true) {
    const response: ScimResponse = yield next.value;
    if (!isParallel(next.value)) totals.add(readList(response.body)?.total);
    next = pages.next(response);
  }
  return next.value;
}

/** The ids of the resources of a list. */
export function idsOf(found: readonly JsonObject[]): string[] {
  return found.map((resource) => plainText(getMember(resource, 'id')));
}

/**
 * The number of resources of which each page said that they are there, where fewer were shown.
 *
 * @param walk all pages, one after the other
 * @returns undefined when all were shown, or when the pages did not agree: then the list has changed meanwhile
 */
export function promisedBy({ ids, totals }: Walk): number | undefined {
  const [total, ...others] = totals;
  return total !== undefined && others.length === 0 && ids.size < total ? total : undefined;
}

/**
 * Whether two walks through a list have shown the same: then nobody has changed it between them.
 *
 * @param one the earlier walk
 * @param other the later one
 */
export function areAlike(one: Walk, other: Walk): boolean {
  return promisedBy(one) === promisedBy(other) && one.ids.size === other.ids.size && [...one.ids].every((id) => other.ids.has(id));
}

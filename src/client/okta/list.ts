import type { JsonObject } from '../../scim/json.js';
import { ENDPOINTS, type ResourceType } from '../../scim/message.js';
import { readList } from '../../scim/read.js';
import type { Conversation, Session } from '../client.js';
import { answered, done, endlessList, Listing, stop } from '../conversation-helpers.js';
import { oktaRequest } from './dialect.js';

/**
 * Import: page after page until `totalResults` are there, `startIndex` going on by the page size. How Okta goes on after a page
 * that the target capped is not documented: here by what the page held, since a cap is legal.
 * Source: Okta's SCIM 2.0 reference, "Retrieve Users".
 */
export function* list(session: Session, type: ResourceType, count = session.pageSize): Conversation<readonly JsonObject[]> {
  const listing = new Listing();
  let start = 1;
  for (;;) {
    const target = `${ENDPOINTS[type]}?startIndex=${start}&count=${count}`;
    const response = yield oktaRequest({ method: 'GET', target, purpose: 'list', resourceType: type });
    const read = response.status === 200 ? readList(response.body) : undefined;
    if (read === undefined) return stop('unusable', answered('a page of the import', response));
    const end = listing.add(read.resources);
    const held = read.resources.length;
    start += Math.min(held, count);
    // What stands twice is judged: the list is told as it came.
    if (held === 0 || start > (read.total ?? 0) || end === 'repeated') return done(listing.found);
    if (end === 'endless') return endlessList(listing.found.length);
  }
}

import type { JsonObject } from '../../scim/json.js';
import { ENDPOINTS, type ResourceType } from '../../scim/message.js';
import { readList } from '../../scim/read.js';
import type { Conversation, Session } from '../client.js';
import { answered, done, MOST_PAGES, stop } from '../talk.js';
import { oktaRequest } from './dialect.js';

/** Import: page after page until `totalResults` are there. Source: Okta's SCIM 2.0 reference, "Retrieve Users". */
export function* list(session: Session, type: ResourceType, count = session.pageSize): Conversation<readonly JsonObject[]> {
  const found: JsonObject[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const target = `${ENDPOINTS[type]}?startIndex=${1 + page * count}&count=${count}`;
    const response = yield oktaRequest({ method: 'GET', target, purpose: 'list', resourceType: type });
    const read = response.status === 200 ? readList(response.body) : undefined;
    if (read === undefined) return stop('unusable', answered('a page of the import', response));
    found.push(...read.resources);
    if (read.resources.length === 0 || (page + 1) * count >= (read.total ?? 0)) break;
  }
  return done(found);
}

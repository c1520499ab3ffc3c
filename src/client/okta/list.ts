import type { JsonObject } from '../../scim/json.js';
import { ENDPOINTS, type ResourceType } from '../../scim/message.js';
import { readList } from '../../scim/read.js';
import type { Conversation, Session } from '../client.js';
import { answered, done, MOST_PAGES, stop } from '../talk.js';
import { oktaRequest } from './dialect.js';

/** `GET /Users?startIndex=1&count=2`: the one request of "Test API Credentials" (captures of 2026). */
export function* connect(session: Session): Conversation<void> {
  const response = yield oktaRequest({ method: 'GET', target: '/Users?startIndex=1&count=2', purpose: 'connect', resourceType: 'User' });
  if (response.status !== 200) return stop('refused', answered('the connection test', response));
  if (readList(response.body) === undefined) return stop('unusable', 'the connection test was not answered with a ListResponse');
  if (session.mapping.groups === undefined) return done(undefined);
  const groups = yield oktaRequest({
    method: 'GET',
    target: `/Groups?startIndex=1&count=${session.pageSize}`,
    purpose: 'list',
    resourceType: 'Group',
  });
  return groups.status === 200 && readList(groups.body) !== undefined
    ? done(undefined)
    : stop('unusable', answered('the list of groups', groups));
}

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

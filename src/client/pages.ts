import { getMember, type Json, type JsonObject } from '../scim/json.js';
import { ENDPOINTS, type ResourceType, type ScimRequest } from '../scim/message.js';
import { readList } from '../scim/read.js';
import type { Conversation, Session } from './client.js';
import { answered, done, stop } from './conversation-helpers.js';

/** More resources are not read, so that no list fills the memory. */
export const MOST_RESOURCES = 100_000;

/**
 * Reads all resources of a type by the paging of RFC 7644 §3.4.2.4, until the target says that all is there. `startIndex` goes
 * on by what a page held, since a target may cap it. A target that never comes to an end is left when a page brings nothing
 * new, or when there is more than can be kept; the run's deadline ends it as well.
 *
 * @param type users or groups
 * @param sizeOf `count` of a page, by its number from 0
 * @param what a page, for the message
 * @param dress the client's form of a request
 * @param isOwn tells the resources of which everything is kept; of others the id is enough
 * @returns of each resource what a list is judged by, in the order of the pages
 */
export function* allPages(
  type: ResourceType,
  sizeOf: (page: number) => number,
  what: string,
  dress: (request: Omit<ScimRequest, 'headers'>) => ScimRequest,
  isOwn: Session['isOwn'] = () => false,
): Conversation<readonly JsonObject[]> {
  const found: JsonObject[] = [];
  const ids = new Set<Json | undefined>();
  let start = 1;
  for (let page = 0; ; page += 1) {
    const target = `${ENDPOINTS[type]}?startIndex=${start}&count=${sizeOf(page)}`;
    const response = yield dress({ method: 'GET', target, purpose: 'list', resourceType: type });
    const listed = response.status === 200 ? readList(response.body) : undefined;
    if (listed === undefined) return stop('unusable', answered(what, response));
    const before = ids.size;
    for (const resource of listed.resources) {
      const id = getMember(resource, 'id');
      ids.add(id);
      found.push(id === undefined ? {} : typeof id === 'string' && isOwn(type, id) ? resource : { id });
    }
    start += listed.resources.length;
    // What stands twice is judged: the list is told as it came.
    if (start > (listed.total ?? 0) || ids.size === before) return done(found);
    if (found.length >= MOST_RESOURCES) return stop('endless', `the list did not come to its end: ${found.length} resources were read`);
  }
}

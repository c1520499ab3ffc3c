import { getMember, type JsonObject } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import { LIST_RESPONSE_URN } from '../../scim/urn.js';
import type { Page, Query } from '../query.js';
import { notFound } from '../refusal.js';
import { type Reply, reply, withHeader } from '../reply.js';
import type { SampleRequest } from '../request.js';
import type { Entry } from '../store.js';
import type { World } from '../world.js';
import { unlessUnchanged } from './exchange.js';
import { searchQuery } from './query.js';

/** The most resources that one page holds, as /ServiceProviderConfig says. */
export const MOST_RESULTS = 200;

/**
 * Answers a query (RFC 7644 §3.4.2).
 *
 * @param world what the stages share
 * @param types the resource types that are searched
 * @param request the request
 */
export function list(world: World, types: readonly ResourceType[], request: SampleRequest): Reply {
  return find(world, types, world.stages.query(request));
}

/**
 * Answers a query by POST (RFC 7644 §3.4.3).
 *
 * @param world what the stages share
 * @param types the resource types that are searched
 * @param request the request
 */
export function search(world: World, types: readonly ResourceType[], request: SampleRequest): Reply {
  return find(world, types, searchQuery(world.stages.body(request)));
}

function find({ stages }: World, types: readonly ResourceType[], query: Query): Reply {
  const entries = types.flatMap((type) => stages.entries(type));
  const selected = query.filter === undefined ? entries : stages.select(entries, query.filter, types);
  const page = stages.page(stages.sort(selected, query, types), query);
  const resources = page.items.map((entry) => stages.project(stages.render(entry), entry.type, query));
  return reply(200, stages.envelope(resources, page, query));
}

/**
 * Cuts a page out of a result. A page holds at most 200 resources; beyond the end it is empty.
 *
 * @param entries the whole result
 * @param query the paging parameters
 */
export function page(entries: readonly Entry[], query: Query): Page<Entry> {
  const startIndex = query.startIndex ?? 1;
  const count = Math.min(query.count ?? MOST_RESULTS, MOST_RESULTS);
  return { items: entries.slice(startIndex - 1, startIndex - 1 + count), total: entries.length, startIndex };
}

/**
 * The ListResponse of RFC 7644 §3.4.2: `itemsPerPage` is the number of resources returned.
 *
 * @param resources the resources as the client sees them
 * @param from the page that they stand on
 */
export function envelope(resources: JsonObject[], from: Page<Entry>): JsonObject {
  return {
    schemas: [LIST_RESPONSE_URN],
    totalResults: from.total,
    startIndex: from.startIndex,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}

/**
 * Answers a GET for one resource (RFC 7644 §3.4.1).
 *
 * @param world what the stages share
 * @param at which resource
 * @param request the request
 */
export function read(world: World, at: { type: ResourceType; id: string }, request: SampleRequest): Reply {
  const entry = found(world, at);
  return unlessUnchanged(show(world, 200, entry, request), request, versionOf(entry));
}

/**
 * The entry that a path addresses.
 *
 * @param world what the stages share
 * @param at which resource
 * @throws Refusal 404
 */
export function found({ stages }: World, at: { type: ResourceType; id: string }): Entry {
  const entry = stages.find(at.type, at.id);
  if (entry === undefined) throw notFound(`${at.type} ${at.id}`);
  return entry;
}

/**
 * A reply that shows a resource, with its ETag.
 *
 * @param world what the stages share
 * @param status the HTTP status code
 * @param entry the resource
 * @param request its query may ask for some attributes only
 */
export function show({ stages }: World, status: number, entry: Entry, request: SampleRequest): Reply {
  const resource = stages.project(stages.render(entry), entry.type, stages.query(request));
  return withHeader(reply(status, resource), 'ETag', versionOf(entry));
}

/**
 * The weak ETag of a resource (RFC 7644 §3.14).
 *
 * @param entry the resource
 */
export function versionOf(entry: Entry): string {
  return `W/"${entry.version}"`;
}

/**
 * The absolute URL of a rendered resource.
 *
 * @param resource as `render` built it
 */
export function locationOf(resource: JsonObject): string {
  const meta = resource['meta'];
  const location = typeof meta === 'object' && meta !== null && !Array.isArray(meta) ? getMember(meta, 'location') : undefined;
  return typeof location === 'string' ? location : '';
}

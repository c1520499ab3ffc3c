import { isDeepStrictEqual } from 'node:util';
import { type Filter, parseFilter } from '../../scim/filter.js';
import { matchesElement } from '../../scim/filter-match.js';
import { getMember, isObject, type Json, type JsonObject, objectsIn } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import { parsePath } from '../../scim/path.js';
import { ENTERPRISE_USER_URN } from '../../scim/urn.js';
import type { Catalogue } from '../catalogue.js';
import { readOperation } from '../operation.js';
import type { Reply } from '../reply.js';
import type { SampleRequest } from '../request.js';
import type { Route } from '../route.js';
import type { Hooks } from '../stage.js';
import type { Entry } from '../store.js';
import type { World } from '../world.js';

/**
 * Whether a path names an attribute of the core schema, with or without the schema's URN.
 *
 * @param path a path as a client wrote it
 * @param name an attribute of the core schema
 */
export function isPath(path: string | undefined, name: string): boolean {
  return path !== undefined && path.toLowerCase().replace(/^urn:.*:core:2\.0:(user|group):/, '') === name.toLowerCase();
}

/**
 * Whether a path names `active`.
 *
 * @param path a path as a client wrote it
 */
export function isActive(path: string | undefined): boolean {
  return isPath(path, 'active');
}

/**
 * Whether a path names the members of a group, all of them or some.
 *
 * @param path a path as a client wrote it
 */
export function isMembers(path: string | undefined): boolean {
  return isPath(path, 'members') || isMemberFilter(path);
}

/**
 * Whether a path names some of the members: `members[value eq "…"]`.
 *
 * @param path a path as a client wrote it
 */
export function isMemberFilter(path: string | undefined): boolean {
  return path !== undefined && /^members\s*\[/i.test(path);
}

/**
 * Whether a path names the manager, with or without the URN of the enterprise extension.
 *
 * @param path a path as a client wrote it
 */
export function isManager(path: string | undefined): boolean {
  return path !== undefined && /(^|:)manager$/i.test(path);
}

/**
 * Whether a role is one of Entra's JSON texts.
 *
 * @param role a value of `roles`
 */
export function isText(role: Json): boolean {
  return isObject(role) && typeof role['value'] === 'string' && role['value'].startsWith('{');
}

/**
 * The stored members of a group; a user has none.
 *
 * @param of anything with attributes
 */
export function membersOf(of: { readonly attributes: JsonObject }): JsonObject[] {
  return objectsIn(of.attributes['members']);
}

/**
 * The attributes of a group without one of its members.
 *
 * @param group the group
 * @param id the id of the member
 */
export function withoutMember(group: { readonly attributes: JsonObject }, id: string): JsonObject {
  return { ...group.attributes, members: membersOf(group).filter((member) => member['value'] !== id) };
}

/** What a user has of the enterprise extension. */
export function enterpriseOf(attributes: JsonObject): JsonObject {
  const extension = getMember(attributes, ENTERPRISE_USER_URN);
  return isObject(extension) ? extension : {};
}

/**
 * Whether somebody's manager was created later than they were.
 *
 * @param store who there is
 * @param attributes what is to be kept of them
 * @param entry who they are; undefined while they are created
 */
export function isManagerYounger({ store }: World, attributes: JsonObject, entry: Entry | undefined): boolean {
  const { manager } = enterpriseOf(attributes);
  if (entry?.type !== 'User' || !isObject(manager)) return false;
  const ids = store.all('User').map(({ id }) => id);
  return ids.indexOf(String(manager['value'])) > ids.indexOf(entry.id);
}

/**
 * The hooks of a server that takes whoever gets another value out of all groups.
 *
 * @param world the server
 * @param read gives the value, from the attributes of a user
 */
export function leavesGroupsWith({ store, stages }: World, read: (attributes: JsonObject) => Json | undefined): Hooks {
  return {
    save: (next, type, attributes, entry) => {
      const saved = next(type, attributes, entry);
      if (type !== 'User' || entry === undefined || isDeepStrictEqual(read(entry.attributes), read(attributes))) return saved;
      for (const group of store.groupsWith(saved.id)) stages.save('Group', withoutMember(group, saved.id), group);
      return saved;
    },
  };
}

/**
 * The keys and values of all operations without a path, in order.
 *
 * @param operations the operations of a PATCH
 */
export function pathless(operations: readonly Json[]): [string, Json][] {
  return operations.map(readOperation).flatMap(({ path, value }) => (path === undefined && isObject(value) ? Object.entries(value) : []));
}

/**
 * Takes members out of the operations without a path.
 *
 * @param operations the operations of a PATCH
 * @param isUnwanted tells which members go
 */
export function dropPathless(operations: readonly Json[], isUnwanted: (key: string) => boolean): Json[] {
  return operations.map((operation) => {
    const { op, path, value } = readOperation(operation);
    if (path !== undefined || !isObject(value)) return operation;
    return { op, value: Object.fromEntries(Object.entries(value).filter(([key]) => !isUnwanted(key))) };
  });
}

/**
 * Whether a value path matches no value of its attribute; false for other paths.
 *
 * @param attributes the resource's attributes
 * @param path the path as the client wrote it
 */
export function hasNoElement(attributes: JsonObject, path: string | undefined): boolean {
  const [, name, filter] = splitValuePath(path);
  const parsed = filter === undefined ? undefined : parseFilter(filter);
  if (name === undefined || parsed?.ok !== true) return false;
  const values = getMember(attributes, name);
  return !Array.isArray(values) || !values.some((value) => matchesElement(parsed.value, value));
}

/**
 * Rewrites a value path so that it names the first value of its attribute, whatever the filter says.
 *
 * @param attributes the resource's attributes
 * @param path the path as the client wrote it
 * @returns undefined for other paths, and when there is no value
 */
export function firstElementPath(attributes: JsonObject, path: string | undefined): string | undefined {
  const [, name, , rest] = splitValuePath(path);
  const values = name === undefined ? undefined : getMember(attributes, name);
  const first = Array.isArray(values) ? values[0] : undefined;
  if (!isObject(first) || typeof first['type'] !== 'string') return undefined;
  return `${name}[type eq ${JSON.stringify(first['type'])}]${rest ?? ''}`;
}

function splitValuePath(path: string | undefined): (string | undefined)[] {
  return /^(\w+)\s*\[(.*)\](\.\w+)?$/.exec(path ?? '') ?? [];
}

/**
 * Whether a path names an attribute with a single value.
 *
 * @param catalogue the schemas
 * @param type the resource type
 * @param path the path as the client wrote it
 */
export function isSingular(catalogue: Catalogue, type: ResourceType, path: string | undefined): boolean {
  const parsed = path === undefined ? undefined : parsePath(path, catalogue.urns);
  if (parsed?.ok !== true || parsed.value.filter !== undefined) return false;
  return catalogue.set.find(parsed.value, type)?.multiValued === false;
}

/**
 * Whether a schema defines what a path names.
 *
 * @param catalogue the schemas
 * @param type the resource type
 * @param path the path as the client wrote it
 */
export function isKnown(catalogue: Catalogue, type: ResourceType, path: string): boolean {
  const parsed = parsePath(path, catalogue.urns);
  if (!parsed.ok) return false;
  return parsed.value.attribute === undefined || catalogue.set.find(parsed.value, type) !== undefined;
}

/**
 * Whether an attribute has exactly this text as its value; true for attributes whose case matters anyway.
 *
 * @param attribute the attribute's name
 * @param wanted what it is compared with
 * @param resource the resource
 */
export function isExact(attribute: string | undefined, wanted: string | number | boolean | null, resource: JsonObject): boolean {
  return attribute === undefined || !/^(userName|displayName)$/i.test(attribute) || getMember(resource, attribute) === wanted;
}

/**
 * Changes the answer to a successful POST of a resource; leaves others alone.
 *
 * @param route what the request addressed
 * @param request the request
 * @param answer the answer
 * @param change what makes the new answer
 */
export function onCreate(route: Route, request: SampleRequest, answer: Reply, change: (answer: Reply) => Reply): Reply {
  return route.kind === 'collection' && request.method === 'POST' && answer.status === 201 ? change(answer) : answer;
}

/**
 * Whether a request's body is sent as application/scim+json.
 *
 * @param request any request
 */
export function isScimJson(request: SampleRequest): boolean {
  return request.headers['content-type']?.toLowerCase().startsWith('application/scim+json') === true;
}

/**
 * All comparisons in a filter, however deep.
 *
 * @param filter a parsed filter
 */
export function comparisonsIn(filter: Filter): (Filter & { kind: 'compare' })[] {
  switch (filter.kind) {
    case 'compare':
      return [filter];
    case 'and':
    case 'or':
      return [...comparisonsIn(filter.left), ...comparisonsIn(filter.right)];
    case 'not':
    case 'valuePath':
      return comparisonsIn(filter.filter);
    case 'present':
      return [];
  }
}

/**
 * Changes each result of a BulkResponse.
 *
 * @param response a BulkResponse
 * @param change from the old result to the new
 */
export function mapResults(response: JsonObject, change: (result: JsonObject) => JsonObject): JsonObject {
  const results = response['Operations'];
  return { ...response, Operations: Array.isArray(results) ? results.filter(isObject).map(change) : [] };
}

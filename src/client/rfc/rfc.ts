import { defined } from '../../base/defined.js';
import { locatedId } from '../../scim/address.js';
import type { Json, JsonObject } from '../../scim/json.js';
import { CREDENTIAL, ENDPOINTS, nameAttribute, type ScimRequest, type ScimResponse } from '../../scim/message.js';
import { readList, readResource } from '../../scim/read.js';
import { buildResource, valueAt } from '../../scim/resource.js';
import { CORE_URNS, ENTERPRISE_USER_URN, PATCH_OP_URN } from '../../scim/urn.js';
import type { Changes, Client, Conversation, DirectoryObject, Match, MatchBy, Session } from '../client.js';
import { answered, done, pathOf, stop, succeeded, textOf, writtenValue } from '../conversation-helpers.js';
import { percentEncode, quoted } from '../encode.js';
import { allPages } from '../pages.js';

function rfcRequest(request: Omit<ScimRequest, 'headers'>): ScimRequest {
  const type = 'body' in request || 'rawBody' in request ? ([['Content-Type', 'application/scim+json']] as const) : [];
  return {
    ...request,
    headers: [['Accept', 'application/scim+json'], ...type, ['Authorization', CREDENTIAL], ['User-Agent', 'scim-check']],
  };
}

function about(object: DirectoryObject): { readonly target: string; readonly resourceType: DirectoryObject['type']; readonly id?: string } {
  return { target: pathOf(object), resourceType: object.type, ...defined({ id: object.id }) };
}

function* connect(session: Session): Conversation<void> {
  const filter = percentEncode(`userName eq ${quoted(session.randomGuid)}`);
  const response = yield rfcRequest({
    method: 'GET',
    target: `/Users?filter=${filter}`,
    purpose: 'connect',
    resourceType: 'User',
    filter: { attribute: 'userName', value: session.randomGuid },
  });
  return response.status === 200 && readList(response.body) !== undefined
    ? done(undefined)
    : stop('unusable', answered('a filtered list', response));
}

function* match(_session: Session, object: DirectoryObject, how: MatchBy = {}): Conversation<Match> {
  const attribute = how.attribute ?? nameAttribute(object.type);
  const own = textOf(object, attribute);
  if (own === undefined) return stop('unsupported', `the directory has no ${attribute} for ${object.key}`);
  const value = how.letterCase === 'upper' ? own.toUpperCase() : how.letterCase === 'lower' ? own.toLowerCase() : own;
  const response = yield rfcRequest({
    method: 'GET',
    target: `${ENDPOINTS[object.type]}?filter=${percentEncode(`${attribute} eq ${quoted(value)}`)}`,
    purpose: 'match',
    resourceType: object.type,
    filter: { attribute, value, ...(value === own ? {} : { otherCase: true }) },
  });
  const list = response.status === 200 ? readList(response.body) : undefined;
  if (list === undefined) return stop('unusable', answered(`the look-up by ${attribute}`, response));
  if (list.resources.length > 1) return stop('ambiguous', `the look-up by ${attribute} found ${list.resources.length} resources`);
  const usable = readResource(list.resources[0]);
  return usable === undefined ? done({ found: false }) : done({ found: true, id: usable.id, resource: usable });
}

function* create(session: Session, object: DirectoryObject): Conversation<{ readonly id: string }> {
  const built = buildResource(
    [...object.attributes].map(([path, value]) => [path, writtenValue(session, object.type, path, value)] as const),
  );
  const members = memberList(object.members ?? []);
  const schemas = [CORE_URNS[object.type], ...(Object.hasOwn(built, ENTERPRISE_USER_URN) ? [ENTERPRISE_USER_URN] : [])];
  const body = wholeBody(session, object, { schemas, ...built, ...(members.length > 0 ? { members } : {}) });
  const response = yield rfcRequest({ method: 'POST', target: ENDPOINTS[object.type], body, purpose: 'create', resourceType: object.type });
  // That an answer holds the resource is no must, that it says where it is, is one (RFC 7644 §3.3).
  const located = response.text.trim() === '' ? locatedId(response.headers, object.type) : undefined;
  const id = succeeded(response) ? (readResource(response.body)?.id ?? located) : undefined;
  if (id !== undefined) return done({ id });
  return stop(succeeded(response) ? 'unusable' : 'refused', answered(`the create of ${object.key}`, response));
}

function wholeBody({ whole }: Session, { type }: DirectoryObject, body: JsonObject): JsonObject {
  return whole?.(type, body) ?? body;
}

function* read(_session: Session, object: DirectoryObject): Conversation<JsonObject> {
  if (object.id === undefined) return stop('missing', `${object.key} is not linked to a resource`);
  const response = yield rfcRequest({ method: 'GET', purpose: 'read', ...about(object) });
  const resource = response.status === 200 ? readResource(response.body) : undefined;
  return resource === undefined
    ? stop(response.status === 404 ? 'missing' : 'unusable', answered(`the read of ${object.key}`, response))
    : done(resource);
}

/**
 * Each change as an operation with a path, lower-case, in the standard's own types (RFC 7644 §3.5.2). An element that is not
 * there yet is added whole: a replace through a filter that finds nothing must fail (§3.5.2.3).
 */
function* update(session: Session, object: DirectoryObject, changes: Changes): Conversation<void> {
  const current = changes.set.size > 0 ? yield* read(session, object) : done<JsonObject>({});
  if (!current.ok) return current;
  const unasked = yield* readOnRequest(session, object, [...changes.set.keys()]);
  const values = [...changes.set].map(([path, value]) => [path, writtenValue(session, object.type, path, value)] as const);
  const operations: JsonObject[] = [
    ...setOperations({ ...unasked, ...current.value }, values),
    ...changes.clear.map((path) => ({ op: 'remove', path })),
    ...changes.remove.map((member) => ({ op: 'remove', path: `members[value eq ${quoted(member.id ?? '')}]` })),
    ...(changes.add.length > 0 ? [{ op: 'add', path: 'members', value: memberList(changes.add) }] : []),
    ...(changes.members === undefined ? [] : [{ op: 'replace', path: 'members', value: memberList(changes.members) }]),
  ];
  if (operations.length === 0) return done(undefined);
  const body = wholeBody(session, object, { schemas: [PATCH_OP_URN], Operations: operations });
  const response = yield rfcRequest({ method: 'PATCH', body, purpose: 'update', ...about(object) });
  return succeeded(response) ? done(undefined) : stop('refused', answered(`the update of ${object.key}`, response));
}

/** What the target shows only where it is asked for it by name, of the lists of which an element changes (RFC 7643 §7, `returned`). */
function* readOnRequest(
  session: Session,
  object: DirectoryObject,
  paths: readonly string[],
): Generator<ScimRequest, JsonObject, ScimResponse> {
  const lists = paths.flatMap((path) => (path.includes('[') ? [path.slice(0, path.indexOf('['))] : []));
  const names = [...new Set(lists)].filter((name) => session.isShownOnRequest?.(object.type, name) === true);
  if (names.length === 0) return {};
  const { target, ...rest } = about(object);
  const response = yield rfcRequest({ method: 'GET', purpose: 'read', ...rest, target: `${target}?attributes=${names.join(',')}` });
  return (response.status === 200 ? readResource(response.body) : undefined) ?? {};
}

function setOperations(current: JsonObject, values: readonly (readonly [string, Json])[]): JsonObject[] {
  const isMissing = (path: string): boolean => path.includes('[') && valueAt(current, path.slice(0, path.indexOf(']') + 1)) === undefined;
  const replaced = values.filter(([path]) => !isMissing(path)).map(([path, value]) => ({ op: 'replace', path, value }));
  // What belongs to one missing element makes one element.
  const missing = buildResource(values.filter(([path]) => isMissing(path)));
  return [...replaced, ...Object.entries(missing).map(([attribute, elements]) => ({ op: 'add', path: attribute, value: elements }))];
}

function memberList(members: readonly DirectoryObject[]): Json[] {
  // What is no user says so (RFC 7643 §4.2).
  return members.map((member) => ({ value: member.id ?? '', ...(member.type === 'Group' ? { type: 'Group' } : {}) }));
}

function* remove(_session: Session, object: DirectoryObject): Conversation<void> {
  const response = yield rfcRequest({ method: 'DELETE', purpose: 'delete', ...about(object) });
  return succeeded(response) ? done(undefined) : stop('refused', answered(`the delete of ${object.key}`, response));
}

/** After so many pages of a small size the list goes on in pages of the usual one. */
const SMALL_PAGES = 10;

function list(session: Session, type: DirectoryObject['type'], asked = session.pageSize): Conversation<readonly JsonObject[]> {
  return allPages(
    type,
    (page) => (page < SMALL_PAGES ? asked : Math.max(asked, session.pageSize)),
    'a page of the list',
    rfcRequest,
    session.isOwn,
  );
}

/** A plain client of the standard: nothing that a vendor adds, nothing that the standard leaves open. */
export const RFC: Client = {
  dialect: 'rfc',
  family: 'rfc',
  title: 'RFC 7643/7644',
  connect,
  match,
  create,
  read,
  update,
  remove,
  list,
  plain: rfcRequest,
};

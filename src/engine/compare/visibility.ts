import { percentEncode } from '../../client/encode.js';
import type { Mapping } from '../../mapping/mapping.js';
import { getMember, isObject, type JsonObject } from '../../scim/json.js';
import { ENDPOINTS } from '../../scim/message.js';
import { parsePath, printPath } from '../../scim/path.js';
import type { SchemaSet } from '../../scim/schema-set.js';
import { mappedRows } from '../mapping/mapped-rows.js';
import type { ConversationRunner } from '../scenario/conversation-runner.js';
import type { OwnedResource } from '../state/owned-resources.js';
import { memberIds, type PathDifference } from './comparison.js';

/** What the clients go by on every read: a target that declares them hidden is compared all the same. */
const ALWAYS_COMPARED = new Set(['username', 'active']);

/**
 * When a target shows an attribute, as its /Schemas says (`returned`, RFC 7643 §7).
 *
 * @param schemas what the target follows
 * @param type the resource type
 * @param path a target path
 * @returns `default` for an attribute that nobody describes
 */
export function returnedWhen(schemas: SchemaSet, type: OwnedResource['type'], path: string): 'always' | 'never' | 'default' | 'request' {
  if (ALWAYS_COMPARED.has(path.toLowerCase())) return 'default';
  const parsed = parsePath(path, schemas.urns);
  if (!parsed.ok) return 'default';
  const definitions = [schemas.whole(parsed.value, type), schemas.find(parsed.value, type)];
  const returned = definitions.map((each) => each?.returned ?? 'default');
  return returned.find((each) => each === 'never' || each === 'request') ?? 'default';
}

/**
 * Whether an answer may lack an attribute because the target says that it does not show it unasked.
 *
 * @param schemas what the target follows
 * @param type the resource type
 * @param path a target path, or a JSON pointer, of which nothing is known
 */
export function isHidden(schemas: SchemaSet, type: OwnedResource['type'], path: string): boolean {
  return !path.startsWith('/') && ['never', 'request'].includes(returnedWhen(schemas, type, path));
}

/**
 * The attributes of a mapping of which a target says that it never shows them: whether it keeps them cannot be seen.
 *
 * @param schemas what the target follows
 * @param mapping what is exchanged
 */
export function neverReturned(schemas: SchemaSet, mapping: Mapping): string[] {
  const hidden = (type: OwnedResource['type'], names: readonly string[]): string[] =>
    names.filter((name) => returnedWhen(schemas, type, name) === 'never');
  const users = mappedRows(mapping, 'User').map((row) => row.name);
  const groups = mapping.groups === undefined ? [] : [...mappedRows(mapping, 'Group').map((row) => row.name), 'members'];
  return [...hidden('User', users), ...new Set(hidden('Group', groups).map((name) => `Group ${name}`))];
}

/**
 * Adds what the target shows only when asked for it by name.
 *
 * @param runner reads as the client would
 * @param own the resource
 * @param resource the resource as read without parameters
 */
export async function withOnRequestAttributes(runner: ConversationRunner, own: OwnedResource, resource: JsonObject): Promise<JsonObject> {
  const { paths, schemas } = runner.rules(own.type);
  const names = paths
    .filter((path) => returnedWhen(schemas, own.type, path) === 'request')
    .map((path) => wholeAttribute(path, schemas.urns));
  if (names.length === 0) return resource;
  const query = [...new Set(names)].map(percentEncode).join(',');
  const asked = await read(runner, `${ENDPOINTS[own.type]}/${percentEncode(own.id)}?attributes=${query}`);
  return asked === undefined ? resource : joined(resource, asked);
}

/** An element is asked for as a whole, lest the value come without the type that tells which element it is. */
function wholeAttribute(path: string, urns: readonly string[]): string {
  const parsed = parsePath(path, urns);
  if (!parsed.ok) return path;
  const { sub: _sub, filter: _filter, ...whole } = parsed.value;
  return printPath(whole);
}

/** Both objects' members; the extensions' members, too. */
function joined(resource: JsonObject, asked: JsonObject): JsonObject {
  const result: JsonObject = { ...asked, ...resource };
  for (const [key, value] of Object.entries(resource)) {
    const other = getMember(asked, key);
    if (isObject(value) && isObject(other)) result[key] = { ...other, ...value };
  }
  return result;
}

/**
 * Drops members that only seem to be lost: some servers show them when asked for them by name, or only among the user's
 * `groups` (RFC 7643 §7). Not shown is not the same as not stored. Where /Schemas says that members are never shown, and a
 * user shows no groups either, nobody can tell.
 *
 * @param runner reads as the client would
 * @param own the group
 * @param actual the group as read
 * @param differences what differs from the twin
 */
export async function dropHiddenMembers(
  runner: ConversationRunner,
  own: OwnedResource,
  actual: JsonObject,
  differences: readonly PathDifference[],
): Promise<readonly PathDifference[]> {
  const isLost = (each: PathDifference): boolean => each.kind === 'missing' && each.path.startsWith('members[');
  if (own.type !== 'Group' || getMember(actual, 'members') !== undefined || !differences.some(isLost)) return differences;
  const declared = returnedWhen(runner.run.facts.schemas, 'Group', 'members');
  const asked = await read(runner, `/Groups/${percentEncode(own.id)}?attributes=members`);
  const shown = asked === undefined ? new Set<string>() : memberIds(asked);
  const kept: PathDifference[] = [];
  for (const difference of differences) {
    const id = /^members\[(.*)\]$/.exec(difference.path)?.[1];
    if (!isLost(difference) || id === undefined || !(shown.has(id) || (await isElsewhere(runner, id, own.id, declared))))
      kept.push(difference);
  }
  return kept;
}

/** Whether the user lists the group, or shows no groups at all where members are declared as never shown. */
async function isElsewhere(runner: ConversationRunner, user: string, group: string, declared: string): Promise<boolean> {
  const resource = await read(runner, `/Users/${percentEncode(user)}`);
  const groups = resource === undefined ? undefined : getMember(resource, 'groups');
  if (!Array.isArray(groups)) return declared === 'never';
  return groups.some((each) => isObject(each) && getMember(each, 'value') === group);
}

/** A read of scim-check's own, which no check judges. */
async function read(runner: ConversationRunner, target: string): Promise<JsonObject | undefined> {
  const answer = await runner.run.wire.send(runner.client.plain({ method: 'GET', target, purpose: 'verify' }), runner.at);
  return answer.ok && answer.response.status === 200 && isObject(answer.response.body) ? answer.response.body : undefined;
}

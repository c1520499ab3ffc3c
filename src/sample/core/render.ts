import { isObject, type Json, type JsonObject } from '../../scim/json.js';
import { ENDPOINTS } from '../../scim/message.js';
import { ENTERPRISE_USER_URN } from '../../scim/urn.js';
import type { Entry } from '../store.js';
import type { World } from '../world.js';
import { versionOf } from './read.js';

/**
 * Builds a resource as answers show it: stored attributes, and what the server computes.
 *
 * @param world what the stages share
 * @param entry the resource as stored
 */
export function render(world: World, entry: Entry): JsonObject {
  const { schemas, ...attributes } = entry.attributes;
  return {
    schemas: schemas ?? [],
    id: entry.id,
    ...attributes,
    ...(entry.type === 'User' ? { ...managerOf(world, entry), ...groupsOf(world, entry) } : membersOf(world, entry)),
    meta: {
      resourceType: entry.type,
      created: entry.created,
      lastModified: entry.lastModified,
      location: urlOf(world, entry),
      version: versionOf(entry),
    },
  };
}

function urlOf(world: World, entry: Entry): string {
  return `${world.baseUrl()}${ENDPOINTS[entry.type]}/${encodeURIComponent(entry.id)}`;
}

/** RFC 7643 §4.1.2: `groups` is read-only, derived from the groups' members. */
function groupsOf(world: World, entry: Entry): JsonObject {
  const groups = world.store.groupsWith(entry.id).map((group) => ({
    value: group.id,
    $ref: urlOf(world, group),
    display: nameOf(group),
    type: 'direct',
  }));
  return groups.length === 0 ? {} : { groups };
}

function membersOf(world: World, entry: Entry): JsonObject {
  const members = entry.attributes['members'];
  return Array.isArray(members) ? { members: members.map((member) => renderMember(world, member)) } : {};
}

function renderMember(world: World, member: Json): Json {
  if (!isObject(member) || typeof member['value'] !== 'string') return member;
  const target = world.store.get('User', member['value']) ?? world.store.get('Group', member['value']);
  if (target === undefined) return member;
  return { value: target.id, $ref: urlOf(world, target), display: nameOf(target), type: target.type };
}

/** RFC 7643 §4.3: the manager's name is read-only; a manager who is not here yet stays a bare id. */
function managerOf(world: World, entry: Entry): JsonObject {
  const extension = entry.attributes[ENTERPRISE_USER_URN];
  const manager = isObject(extension) ? extension['manager'] : undefined;
  const id = isObject(manager) ? manager['value'] : undefined;
  const target = typeof id === 'string' ? world.store.get('User', id) : undefined;
  if (!isObject(extension) || target === undefined) return {};
  const shown = { value: target.id, $ref: urlOf(world, target), displayName: nameOf(target) };
  return { [ENTERPRISE_USER_URN]: { ...extension, manager: shown } };
}

function nameOf(entry: Entry): string {
  const name = entry.attributes['displayName'] ?? entry.attributes['userName'];
  return typeof name === 'string' ? name : entry.id;
}

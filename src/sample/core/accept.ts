import { getMember, isObject, type Json, type JsonObject } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import type { Entry } from '../store.js';
import type { World } from '../world.js';
import { normalise } from './normalise.js';

/**
 * What is kept of the body of a POST or PUT, or of the result of a PATCH. `schemas` is computed: unknown URIs in it,
 * such as Microsoft's ADSCIM one on groups, mean nothing.
 *
 * @param world what the stages share
 * @param type the resource type
 * @param sent the body
 */
export function accept({ catalogue }: World, type: ResourceType, sent: JsonObject): JsonObject {
  const core = catalogue.core(type);
  const attributes = normalise(core.attributes, sent);
  const extensions: JsonObject = {};
  for (const schema of catalogue.extensions(type)) {
    const value = getMember(sent, schema.id);
    const kept = isObject(value) ? normalise(schema.attributes, value) : {};
    if (Object.keys(kept).length > 0) extensions[schema.id] = kept;
  }
  return { schemas: [core.id, ...Object.keys(extensions)], ...expandRoles(withMemberSet(attributes)), ...extensions };
}

/** The members of a group are a set of ids; `display` is the server's to fill in. */
function withMemberSet(attributes: JsonObject): JsonObject {
  const members = attributes['members'];
  if (!Array.isArray(members)) return attributes;
  const byId = new Map<Json, Json>();
  for (const member of members) {
    if (!isObject(member) || typeof member['value'] !== 'string') continue;
    const { value, type } = member;
    if (!byId.has(value)) byId.set(value, type === undefined ? { value } : { value, type });
  }
  const { members: _, ...rest } = attributes;
  return byId.size === 0 ? rest : { ...rest, members: [...byId.values()] };
}

/** Entra's AppRoleAssignmentsComplex writes a role as JSON text: `{"id":…,"value":…,"displayName":…}`. */
function expandRoles(attributes: JsonObject): JsonObject {
  const roles = attributes['roles'];
  return Array.isArray(roles) ? { ...attributes, roles: roles.map(expandRole) } : attributes;
}

function expandRole(role: Json): Json {
  const text = isObject(role) ? role['value'] : undefined;
  if (!isObject(role) || typeof text !== 'string' || !text.startsWith('{')) return role;
  try {
    const { value, displayName } = JSON.parse(text) as JsonObject;
    if (typeof value !== 'string') return role;
    return { ...role, value, ...(typeof displayName === 'string' ? { display: displayName } : {}) };
  } catch {
    return role;
  }
}

/**
 * The attributes of a new resource: a user is active unless the client says otherwise.
 *
 * @param type the resource type
 * @param accepted what `accept` kept of the body
 */
export function create(type: ResourceType, accepted: JsonObject): JsonObject {
  return type === 'User' ? { ...accepted, active: accepted['active'] ?? true } : accepted;
}

/**
 * The attributes after a PUT (RFC 7644 §3.5.1): what the body omits is cleared, but for `active`, which a client that
 * leaves it out does not mean to change.
 *
 * @param entry the resource before
 * @param accepted what `accept` kept of the body
 */
export function replace(entry: Entry, accepted: JsonObject): JsonObject {
  if (entry.type === 'Group') return accepted;
  return { ...accepted, active: accepted['active'] ?? entry.attributes['active'] ?? true };
}

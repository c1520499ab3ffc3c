import { isObject, type Json, type JsonObject } from '../../scim/json.js';
import { buildResource, setAt, valueAt } from '../../scim/resource.js';
import { CORE_URNS, ENTERPRISE_USER_URN } from '../../scim/urn.js';
import type { Changes, DirectoryObject, DirectoryValue, Session } from '../client.js';
import { isReference } from '../talk.js';
import { memberList } from './dialect.js';

/** Okta writes the manager as an object (default mapping `managerValue` → `manager.value`). */
function oktaValue(value: DirectoryValue): Json {
  return isReference(value) ? { value: value.reference } : value;
}

/**
 * The body of Okta's POST /Users: mapped attributes that have a value, the Okta id as externalId, an empty `groups`, a
 * placeholder password even when passwords are not synced, and `active`.
 * Source: Okta's SCIM 2.0 reference, "Create Users"; captures of 2026.
 */
export function createBody(session: Session, object: DirectoryObject): JsonObject {
  if (object.type === 'Group') return groupBody(object);
  const built = buildResource([...object.attributes].map(([path, value]) => [path, oktaValue(value)] as const));
  const { externalId, active, emails, ...others } = built;
  return {
    schemas: schemasOf(built, CORE_URNS.User),
    ...others,
    ...(Array.isArray(emails) ? { emails: primaryFirst(emails) } : {}),
    ...(externalId === undefined ? {} : { externalId }),
    groups: [],
    password: session.placeholder(object),
    active: active ?? true,
  };
}

/** `POST /Groups`: name and members, an empty list when there are none; no externalId in any sample. */
export function groupBody(object: DirectoryObject): JsonObject {
  const displayName = object.attributes.get('displayName');
  return {
    schemas: [CORE_URNS.Group],
    displayName: typeof displayName === 'string' ? displayName : object.key,
    members: memberList(object.members ?? []),
  };
}

/**
 * What Okta puts back: the resource that the target returned, with the directory's values over it. Attributes that Okta does
 * not map stay as they came, read-only ones included; a value that went becomes an empty string (documented sample:
 * `"middleName": ""`).
 */
export function putBody(returned: JsonObject, object: DirectoryObject, changes: Changes): JsonObject {
  const held = [...object.attributes].filter(([path]) => !changes.clear.includes(path));
  let body: JsonObject = returned;
  for (const [path, value] of held) body = setAt(body, path, oktaValue(value));
  for (const [path, value] of changes.set) body = setAt(body, path, oktaValue(value));
  for (const path of changes.clear) body = setAt(body, path, isObject(valueAt(body, path)) ? { value: '' } : '');
  return { ...body, schemas: schemasOf(body, CORE_URNS[object.type]) };
}

/** The extension is named only when the body has it. */
function schemasOf(body: JsonObject, core: string): string[] {
  const present = Array.isArray(body['schemas']) ? body['schemas'].filter((each): each is string => typeof each === 'string') : [];
  const enterprise = Object.hasOwn(body, ENTERPRISE_USER_URN) ? [ENTERPRISE_USER_URN] : [];
  return [...new Set([...(present.length > 0 ? present : [core]), ...enterprise])];
}

/** Okta marks one address as the primary one; the others are not. */
function primaryFirst(emails: readonly Json[]): Json[] {
  return emails.map((email, index) =>
    typeof email === 'object' && email !== null && !Array.isArray(email) ? { primary: index === 0, ...email } : email,
  );
}

import { isObject, type Json, type JsonObject } from '../../scim/json.js';
import { buildResource, removeAt, setAt, valueAt } from '../../scim/resource.js';
import { CORE_URNS, ENTERPRISE_USER_URN } from '../../scim/urn.js';
import type { Changes, DirectoryObject, DirectoryValue, Session } from '../client.js';
import { isReference, nameOf } from '../conversation-helpers.js';
import type { Variant } from '../variant.js';
import { memberList } from './dialect.js';

/** Okta writes the manager as an object (default mapping `managerValue` → `manager.value`). */
function oktaValue(value: DirectoryValue): Json {
  return isReference(value) ? { value: value.reference } : value;
}

/**
 * The body of Okta's POST /Users: mapped attributes that have a value, the Okta id as externalId, an empty `groups`, a
 * placeholder password even when passwords are not synced, and `active`. First and last members in the order of the
 * documented sample.
 * Source: Okta's SCIM 2.0 reference, "Create Users"; captures of 2026.
 */
export function createBody(session: Session, object: DirectoryObject): JsonObject {
  if (object.type === 'Group') return groupBody(object, session.variant);
  const built = buildResource([...object.attributes].map(([path, value]) => [path, oktaValue(value)] as const));
  const { userName, name, emails, displayName, externalId, active, ...others } = built;
  const first = { userName, name, emails: Array.isArray(emails) ? primaryFirst(emails) : emails, displayName };
  return {
    schemas: schemasOf(built, CORE_URNS.User),
    ...Object.fromEntries(Object.entries(first).filter((entry): entry is [string, Json] => entry[1] !== undefined)),
    ...others,
    ...(externalId === undefined ? {} : { externalId }),
    groups: [],
    password: session.placeholder(object),
    active: active ?? true,
  };
}

/** `POST /Groups`: name and members, an empty list when there are none; no externalId in any sample. */
export function groupBody(object: DirectoryObject, variant?: Variant): JsonObject {
  return { schemas: [CORE_URNS.Group], displayName: nameOf(object), members: memberList(object.members ?? [], variant) };
}

/**
 * What Okta puts back: the resource that the target returned, with the directory's values over it. Attributes that Okta does
 * not map stay as they came, read-only ones included; a value that went becomes an empty string (documented sample:
 * `"middleName": ""`), or null, or is left out: the sources do not say which, so scenarios may ask for each.
 */
export function putBody(returned: JsonObject, object: DirectoryObject, changes: Changes, variant?: Variant): JsonObject {
  const held = [...object.attributes].filter(([path]) => !changes.clear.includes(path));
  let body: JsonObject = returned;
  for (const [path, value] of held) body = setAt(body, path, oktaValue(value));
  for (const [path, value] of changes.set) body = setAt(body, path, oktaValue(value));
  for (const path of changes.clear) body = cleared(body, path, variant);
  return { ...body, schemas: schemasOf(body, CORE_URNS[object.type]) };
}

function cleared(body: JsonObject, path: string, variant: Variant | undefined): JsonObject {
  if (variant === 'omitted-value') return removeAt(body, path);
  const blank = variant === 'null-value' ? null : '';
  return setAt(body, path, isObject(valueAt(body, path)) ? { value: blank } : blank);
}

/** The extension is named only when the body has it. */
function schemasOf(body: JsonObject, core: string): string[] {
  const present = Array.isArray(body['schemas']) ? body['schemas'].filter((each): each is string => typeof each === 'string') : [];
  const enterprise = Object.hasOwn(body, ENTERPRISE_USER_URN) ? [ENTERPRISE_USER_URN] : [];
  return [...new Set([...(present.length > 0 ? present : [core]), ...enterprise])];
}

/** Okta marks one address as the primary one; the others are not. Member order of the documented sample. */
function primaryFirst(emails: readonly Json[]): Json[] {
  return emails.map((email, index) => {
    if (!isObject(email)) return email;
    const { value, type, ...rest } = email;
    return {
      primary: index === 0,
      ...(value === undefined ? {} : { value }),
      ...(type === undefined ? {} : { type }),
      ...rest,
    };
  });
}

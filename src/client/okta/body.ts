import { defined } from '../../base/defined.js';
import { getMember, isObject, type Json, type JsonObject } from '../../scim/json.js';
import { buildResource, removeAt, setAt, valueAt } from '../../scim/resource.js';
import { CORE_URNS, ENTERPRISE_USER_URN } from '../../scim/urn.js';
import type { Changes, DirectoryObject, DirectoryValue, Session } from '../client.js';
import { isReference, nameOf, writtenValue } from '../conversation-helpers.js';
import type { Variant } from '../variant.js';
import { memberList } from './dialect.js';

/** Okta writes the manager as an object (default mapping `managerValue` → `manager.value`). */
function oktaValue(session: Pick<Session, 'isPlain'>, path: string, value: DirectoryValue): Json {
  return writtenValue(session, 'User', path, value);
}

/** Of these Okta selects an element by `primary`, as the external names of its template for SCIM 2.0 apps do. */
const SELECTED_BY_PRIMARY: readonly string[] = ['emails', 'phonenumbers', 'addresses'];

/**
 * The body of Okta's POST /Users: mapped attributes that have a value, the Okta id as externalId, an empty `groups`, a
 * placeholder password even when passwords are not synced, and `active`. First and last members in the order of the
 * documented sample; one address, one number and one e-mail address is the primary one.
 * Source: Okta's SCIM 2.0 reference, "Create Users"; captures of 2026; the template's external names, scimmy#23.
 */
export function createBody(session: Session, object: DirectoryObject): JsonObject {
  if (object.type === 'Group') return groupBody(object, session.variant);
  const built = buildResource([...object.attributes].map(([path, value]) => [path, oktaValue(session, path, value)] as const));
  const { userName, name, emails, displayName, externalId, active, ...others } = primaryFirst(built);
  const first = { userName, name, emails, displayName };
  return {
    schemas: schemasOf(built, CORE_URNS.User),
    ...Object.fromEntries(Object.entries(first).filter((entry): entry is [string, Json] => entry[1] !== undefined)),
    ...others,
    ...defined({ externalId }),
    groups: [],
    password: session.placeholder(object, 'created'),
    active: active ?? true,
  };
}

/** Stands for the extension of an app's group profile; its real name follows from the app (it is that of Okta's SCIM 1.1). */
const GROUP_EXTENSION = 'urn:okta:custom:group:1.0';

/**
 * `POST /Groups`: name and members, an empty list when there are none; no externalId in any sample. With the variant
 * `group-extension` a second schema is named, whose attribute the app's group profile has (one report, F121).
 */
export function groupBody(object: DirectoryObject, variant?: Variant): JsonObject {
  const extended = variant === 'group-extension';
  return {
    schemas: [CORE_URNS.Group, ...(extended ? [GROUP_EXTENSION] : [])],
    displayName: nameOf(object),
    members: memberList(object.members ?? [], variant),
    ...(extended ? { [GROUP_EXTENSION]: { description: 'Everybody in this team' } } : {}),
  };
}

/** What of a session the body of a PUT follows from. */
type PutSession = Pick<Session, 'isPlain' | 'variant'>;

/**
 * What Okta puts back: the resource that the target returned, with the directory's values over it. Attributes that Okta does
 * not map stay as they came, read-only ones included, but for `groups`, which a profile empties whatever came (capture of
 * a wizard app: the answer had none, the PUT had `[]`). A deactivation puts back the answer with `active` false and nothing
 * else changed (same capture). A value that went becomes an empty string (documented sample: `"middleName": ""`), or null,
 * or is left out: the sources do not say which, so scenarios may ask for each.
 */
export function putBody(returned: JsonObject, object: DirectoryObject, changes: Changes, session: PutSession = {}): JsonObject {
  if (changes.set.size === 1 && changes.set.get('active') === false && changes.clear.length === 0) return { ...returned, active: false };
  const held = [...object.attributes].filter(([path]) => !changes.clear.includes(path));
  let body: JsonObject = returned;
  for (const [path, value] of held) body = setAt(body, path, oktaValue(session, path, value));
  for (const [path, value] of changes.set) body = setAt(body, path, oktaValue(session, path, value));
  for (const path of changes.clear) {
    const value = object.attributes.get(path);
    const isManager = value !== undefined && isReference(value) && isObject(oktaValue(session, path, value));
    body = cleared(body, path, session.variant, isManager);
  }
  return { ...withPrimary(body), groups: [], schemas: schemasOf(body, CORE_URNS[object.type]) };
}

/** The manager stays an object also where the target does not show one. */
function cleared(body: JsonObject, path: string, variant: Variant | undefined, isManager: boolean): JsonObject {
  if (variant === 'omitted-value') return removeAt(body, path);
  const blank = variant === 'null-value' ? null : '';
  const held = valueAt(body, path);
  return setAt(body, path, Array.isArray(held) ? [] : isObject(held) || isManager ? { value: blank } : blank);
}

/** The extension is named only when the body has it. */
function schemasOf(body: JsonObject, core: string): string[] {
  const present = Array.isArray(body['schemas']) ? body['schemas'].filter((each): each is string => typeof each === 'string') : [];
  const enterprise = Object.hasOwn(body, ENTERPRISE_USER_URN) ? [ENTERPRISE_USER_URN] : [];
  return [...new Set([...(present.length > 0 ? present : [core]), ...enterprise])];
}

/**
 * A new list: one element is the primary one, the others are not. It is the one that the mapping selects as that, and otherwise
 * the first. Member order of the documented sample.
 */
function primaryFirst(body: JsonObject): JsonObject {
  return mapLists(body, (list) => {
    const selected = list.findIndex((element) => isObject(element) && element['primary'] === true);
    return list.map((element, index) => {
      if (!isObject(element)) return element;
      const { primary: _primary, value, type, ...rest } = element;
      const first = { primary: index === Math.max(selected, 0), ...defined({ value, type }) };
      return { ...first, ...rest };
    });
  });
}

/** A list that the target returned: its first element becomes the primary one where none is. */
function withPrimary(body: JsonObject): JsonObject {
  return mapLists(body, (list) => {
    if (list.some((element) => isObject(element) && getMember(element, 'primary') === true)) return list;
    return list.map((element, index) => (index === 0 && isObject(element) ? { ...element, primary: true } : element));
  });
}

function mapLists(body: JsonObject, change: (list: Json[]) => Json[]): JsonObject {
  const isSelected = (name: string): boolean => SELECTED_BY_PRIMARY.includes(name.toLowerCase());
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, isSelected(name) && Array.isArray(value) ? change(value) : value]),
  );
}

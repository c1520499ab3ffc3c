import type { Json, JsonObject } from '../../scim/json.js';
import { PATCH_OP_URN } from '../../scim/urn.js';
import type { Changes, Conversation, DirectoryObject, Session } from '../client.js';
import { done, pathOf, stop, succeeded } from '../conversation-helpers.js';
import { putBody } from './body.js';
import { about, type OktaKind, oktaRequest } from './dialect.js';
import { match } from './match.js';
import { refused } from './reaction.js';
import { read } from './read.js';

/** What catalog apps send as a PATCH without a path; everything else is a PUT. */
const PATCHED = ['active', 'password'];

/**
 * A change of a user. Profile: GET, then PUT of what came back. Deactivation and password: GET, then PATCH without a path
 * (catalog) or PUT (wizard). Reactivation is an assignment: it starts with the look-up, which must find the inactive user.
 * Source: Okta's SCIM 2.0 reference, "Update Users", "Deactivate Users"; captures of 2026. The body of a password change is
 * not published: its form follows from that of `active` (WEAK).
 */
export function* updateUser(kind: OktaKind, session: Session, object: DirectoryObject, wanted: Changes): Conversation<void> {
  const changes = withFreshPassword(session, object, wanted);
  const returns = changes.set.get('active') === true;
  if (returns) {
    const found = yield* match(session, object);
    if (!found.ok) return found;
    if (!found.value.found)
      return stop('missing', `the look-up does not find the inactive ${object.key}: Okta would create the user again`);
  }
  if (!kind.patches) return yield* putUser(session, object, changes);
  const patched = yield* patchValues(object, changes, !returns);
  if (!patched.ok) return patched;
  const profile = { ...changes, set: new Map([...changes.set].filter(([path]) => !PATCHED.includes(path))) };
  // After a reactivation the profile follows in any case.
  const follows = profile.set.size > 0 || profile.clear.length > 0 || returns;
  return follows ? yield* putUser(session, withoutPassword(object), profile) : done(undefined);
}

/** The look-up of a reactivation has shown the user already; before the other changes Okta reads, and stops where nobody is. */
function* patchValues(object: DirectoryObject, changes: Changes, readsFirst: boolean): Conversation<void> {
  const values = PATCHED.flatMap((name) => {
    const value = changes.set.get(name);
    return typeof value === 'boolean' || typeof value === 'string' ? [{ [name]: value }] : [];
  });
  if (readsFirst && values.length > 0) {
    const current = yield* read(object);
    if (!current.ok) return current;
  }
  for (const value of values) {
    const patched = yield* patchUser(object, value);
    if (!patched.ok) return patched;
  }
  return done(undefined);
}

/** `{"op":"replace","value":{"active":…}}`: no path, a JSON boolean. */
export function* patchActive(object: DirectoryObject, active: boolean): Conversation<void> {
  return yield* patchUser(object, { active });
}

function* patchUser(object: DirectoryObject, value: Readonly<Record<string, Json>>): Conversation<void> {
  const body: JsonObject = { schemas: [PATCH_OP_URN], Operations: [{ op: 'replace', value: { ...value } }] };
  const response = yield oktaRequest({ method: 'PATCH', target: pathOf(object), body, purpose: 'update', ...about(object) });
  return succeeded(response) ? done(undefined) : refused(`setting ${Object.keys(value).join()} of ${object.key}`, response);
}

/** Read, change, put back. */
export function* putUser(session: Session, object: DirectoryObject, changes: Changes): Conversation<void> {
  const current = yield* read(object);
  if (!current.ok) return current;
  const held = changes.set.has('password') ? object : withoutPassword(object);
  const body = putBody(current.value, held, changes, session);
  const response = yield oktaRequest({ method: 'PUT', target: pathOf(object), body, purpose: 'update', ...about(object) });
  return succeeded(response) ? done(undefined) : refused(`the update of ${object.key}`, response);
}

/** Whatever a scenario writes for a new password, a made-up one is sent, which no report shows. */
function withFreshPassword(session: Session, object: DirectoryObject, changes: Changes): Changes {
  if (!changes.set.has('password')) return changes;
  const fresh = session.placeholder(object, 'changed');
  return { ...changes, set: new Map([...changes.set, ['password', fresh] as const]) };
}

/** A password is sent when it changes, and never again. */
function withoutPassword(object: DirectoryObject): DirectoryObject {
  return { ...object, attributes: new Map([...object.attributes].filter(([path]) => path !== 'password')) };
}

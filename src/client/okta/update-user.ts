import type { JsonObject } from '../../scim/json.js';
import { PATCH_OP_URN } from '../../scim/urn.js';
import type { Changes, Conversation, DirectoryObject, Session } from '../client.js';
import { answered, done, stop, succeeded } from '../talk.js';
import { putBody } from './body.js';
import { about, type OktaKind, oktaRequest, pathOf } from './dialect.js';
import { match } from './match.js';
import { read } from './read.js';

/**
 * A change of a user. Profile: GET, then PUT of what came back. Deactivation: PATCH without a path (catalog) or GET and PUT
 * (wizard). Reactivation is an assignment: it starts with the look-up, which must find the inactive user.
 * Source: Okta's SCIM 2.0 reference, "Update Users", "Deactivate Users"; captures of 2026.
 */
export function* updateUser(kind: OktaKind, session: Session, object: DirectoryObject, changes: Changes): Conversation<void> {
  const active = changes.set.get('active');
  if (active === true) {
    const found = yield* match(session, object);
    if (!found.ok) return found;
    if (!found.value.found)
      return stop('missing', `the look-up does not find the inactive ${object.key}: Okta would create the user again`);
  }
  const profile: Changes = kind.patches ? { ...changes, set: new Map([...changes.set].filter(([path]) => path !== 'active')) } : changes;
  if (kind.patches && typeof active === 'boolean') {
    const patched = yield* patchActive(object, active);
    if (!patched.ok) return patched;
  }
  // After a reactivation the profile follows in any case.
  const follows = profile.set.size > 0 || profile.clear.length > 0 || active === true;
  return follows ? yield* putUser(object, profile) : done(undefined);
}

/** `{"op":"replace","value":{"active":…}}`: no path, a JSON boolean. */
export function* patchActive(object: DirectoryObject, active: boolean): Conversation<void> {
  const body: JsonObject = { schemas: [PATCH_OP_URN], Operations: [{ op: 'replace', value: { active } }] };
  const response = yield oktaRequest({ method: 'PATCH', target: pathOf(object), body, purpose: 'update', ...about(object) });
  return succeeded(response) ? done(undefined) : stop('refused', answered(`setting active of ${object.key}`, response));
}

/** Read, change, put back. */
export function* putUser(object: DirectoryObject, changes: Changes): Conversation<void> {
  const current = yield* read(object);
  if (!current.ok) return current;
  const body = putBody(current.value, object, changes);
  const response = yield oktaRequest({ method: 'PUT', target: pathOf(object), body, purpose: 'update', ...about(object) });
  return succeeded(response) ? done(undefined) : stop('refused', answered(`the update of ${object.key}`, response));
}

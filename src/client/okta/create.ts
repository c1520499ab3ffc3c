import { ENDPOINTS } from '../../scim/message.js';
import { readResource } from '../../scim/read.js';
import type { Conversation, DirectoryObject, Session } from '../client.js';
import { answered, done, stop, succeeded } from '../talk.js';
import { createBody } from './body.js';
import { type OktaKind, oktaRequest } from './dialect.js';
import { match } from './match.js';
import { addPushed, confirmPushed } from './update-group.js';
import { patchActive, putUser } from './update-user.js';

/** Assign a user or push a group: look it up, then create it, or link it and bring it up to date. */
export function* create(kind: OktaKind, session: Session, object: DirectoryObject): Conversation<{ readonly id: string }> {
  const matched = yield* match(session, object);
  if (!matched.ok) return matched;
  if (matched.value.found) return yield* link(kind, { ...object, id: matched.value.id });
  // A catalog app pushes the members after the group; the wizard's apps send them along.
  const first = object.type === 'Group' && kind.patches ? { ...object, members: [] } : object;
  const response = yield oktaRequest({
    method: 'POST',
    target: ENDPOINTS[object.type],
    body: createBody(session, first),
    purpose: 'create',
    resourceType: object.type,
  });
  const created = succeeded(response) ? readResource(response.body) : undefined;
  if (created === undefined) {
    if (succeeded(response)) return stop('unusable', 'Create new user returned empty user');
    return stop('refused', answered(`the create of ${object.key}`, response));
  }
  if (object.type === 'Group') {
    const confirmed = yield* confirmPushed(kind, { ...object, id: created.id });
    if (!confirmed.ok) return confirmed;
  }
  return done({ id: created.id });
}

/** An existing user becomes active and gets the profile; an existing group keeps its members and gets the pushed ones. */
function* link(kind: OktaKind, object: DirectoryObject & { readonly id: string }): Conversation<{ readonly id: string }> {
  if (object.type === 'Group') {
    const added = yield* addPushed(kind, object, object.members ?? []);
    return added.ok ? done({ id: object.id }) : added;
  }
  if (kind.patches) {
    const activated = yield* patchActive(object, true);
    if (!activated.ok) return activated;
  }
  const put = yield* putUser(object, { set: new Map([['active', true]]), clear: [], add: [], remove: [] });
  return put.ok ? done({ id: object.id }) : put;
}

import { ENDPOINTS } from '../../scim/message.js';
import { readResource } from '../../scim/read.js';
import type { Conversation, DirectoryObject, Session } from '../client.js';
import { done, stop, succeeded } from '../conversation-helpers.js';
import { createBody } from './body.js';
import { type OktaKind, oktaRequest } from './dialect.js';
import { link } from './link.js';
import { match } from './match.js';
import { refused } from './reaction.js';
import { confirmPushed } from './update-group.js';

/**
 * Assign a user or push a group: look it up, then create it, or link it and bring it up to date.
 * Source: Okta's SCIM 2.0 reference, "Create Users", "Create Groups"; captures of 2026.
 */
export function* create(kind: OktaKind, session: Session, object: DirectoryObject): Conversation<{ readonly id: string }> {
  const matched = yield* match(session, object);
  if (!matched.ok) return matched;
  if (matched.value.found) return yield* link(kind, session, { ...object, id: matched.value.id });
  const first = object.type === 'Group' && session.variant === 'members-after' ? { ...object, members: [] } : object;
  const response = yield oktaRequest({
    method: 'POST',
    target: ENDPOINTS[object.type],
    body: createBody(session, first),
    purpose: 'create',
    resourceType: object.type,
  });
  if (!succeeded(response)) return refused(`the create of ${object.key}`, response);
  const created = readResource(response.body);
  if (created === undefined)
    return stop('unusable', 'the create was answered without a resource; Okta shows "Create new user returned empty user"');
  if (object.type === 'Group') {
    const confirmed = yield* confirmPushed(kind, session, { ...object, id: created.id });
    if (!confirmed.ok) return confirmed;
  }
  return done({ id: created.id });
}

import { getMember, isObject, type Json } from '../../scim/json.js';
import type { Changes, Conversation, DirectoryObject, Session } from '../client.js';
import { done } from '../conversation-helpers.js';
import type { OktaKind } from './dialect.js';
import { read } from './read.js';
import { addPushed, putGroup } from './update-group.js';
import { patchActive, putUser } from './update-user.js';

type Linked = DirectoryObject & { readonly id: string };

const PROFILE: Changes = { set: new Map([['active', true]]), clear: [], add: [], remove: [] };

/**
 * An object that the target has already. A user becomes active and gets the profile: catalog apps PATCH and PUT, wizard apps
 * read and put twice. A group keeps its members and gets the pushed ones (QA case C9315).
 * Source: Okta's flow chart of user creation; captures of wizard apps.
 */
export function* link(kind: OktaKind, session: Session, object: Linked): Conversation<{ readonly id: string }> {
  const linked = object.type === 'Group' ? yield* linkGroup(kind, session, object) : yield* linkUser(kind, session, object);
  return linked.ok ? done({ id: object.id }) : linked;
}

function* linkUser(kind: OktaKind, session: Session, object: Linked): Conversation<void> {
  const activated = kind.patches ? yield* patchActive(object, true) : yield* putUser(session, object, PROFILE);
  return activated.ok ? yield* putUser(session, object, PROFILE) : activated;
}

/** What a wizard app's PUT holds when a group is linked was never captured: that the old members stay is what QA demands (WEAK). */
function* linkGroup(kind: OktaKind, session: Session, object: Linked): Conversation<void> {
  const members = object.members ?? [];
  if (kind.patches) return yield* addPushed(kind, session, object, members);
  const current = yield* read(object);
  if (!current.ok) return current;
  const held = getMember(current.value, 'members');
  const kept = (Array.isArray(held) ? held : []).filter((member) => !members.some(({ id }) => id === idOf(member)));
  return yield* putGroup(session, object, members, kept);
}

function idOf(member: Json): Json | undefined {
  return isObject(member) ? getMember(member, 'value') : undefined;
}

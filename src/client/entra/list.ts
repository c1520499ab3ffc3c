import type { JsonObject } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import type { Conversation, Session } from '../client.js';
import { stop } from '../conversation-helpers.js';
import { allPages } from '../pages.js';
import { entraRequest } from './dialect.js';

/**
 * Account discovery: all users are listed by the paging of RFC 7644, and matched on the first direct matching attribute on
 * Entra's own side. The size of its pages and its headers are not published: a hundred a page, and the headers of its other
 * reads, are guesses. Groups are never listed.
 * Source: Microsoft, "Account discovery" (public preview, April 2026).
 */
export function* list(session: Session, type: ResourceType): Conversation<readonly JsonObject[]> {
  if (type === 'Group') return stop('unsupported', 'Entra never lists groups: account discovery reads users');
  return yield* allPages(type, () => session.pageSize, 'a page of the account discovery', entraRequest, session.isOwn);
}

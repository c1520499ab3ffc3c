import type { JsonObject } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import type { Conversation, Session } from '../client.js';
import { allPages } from '../pages.js';
import { oktaRequest } from './dialect.js';

/**
 * Import: page after page of a hundred until `totalResults` are there; Okta never asks for another size. How it goes on after
 * a page that the target capped is not documented: here by what the page held, since a cap is legal.
 * Source: Okta's SCIM 2.0 reference, "Retrieve Users"; a log of 2026.
 */
export function list(session: Session, type: ResourceType): Conversation<readonly JsonObject[]> {
  return allPages(type, () => session.pageSize, 'a page of the import', oktaRequest, session.isOwn);
}

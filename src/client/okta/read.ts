import type { JsonObject } from '../../scim/json.js';
import { readResource } from '../../scim/read.js';
import type { Conversation, DirectoryObject } from '../client.js';
import { done, pathOf, stop } from '../conversation-helpers.js';
import { about, oktaRequest } from './dialect.js';
import { gone, refused } from './reaction.js';

/** Okta's read before every write. A 404 ends what it wanted to do: no search, no create, a task for the administrator. */
export function* read(object: DirectoryObject): Conversation<JsonObject> {
  if (object.id === undefined) return stop('missing', `${object.key} is not linked to a resource`);
  const response = yield oktaRequest({ method: 'GET', target: pathOf(object), purpose: 'read', ...about(object) });
  const what = `the read of ${object.key}`;
  if (response.status === 404) return gone(what, response);
  const resource = response.status === 200 ? readResource(response.body) : undefined;
  return resource === undefined ? refused(what, response) : done(resource);
}

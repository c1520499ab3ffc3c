import type { JsonObject } from '../../scim/json.js';
import type { Conversation, DirectoryObject } from '../client.js';
import { answered, pathOf, stop } from '../conversation-helpers.js';
import { entraRequest } from './dialect.js';
import { readable, refused } from './reaction.js';

/** Entra's read by id; groups without their members ("Develop a SCIM endpoint"). */
export function* read(object: DirectoryObject): Conversation<JsonObject> {
  if (object.id === undefined) return stop('missing', `${object.key} is not linked to a resource`);
  const target = object.type === 'User' ? pathOf(object) : `${pathOf(object)}?excludedAttributes=members`;
  const response = yield entraRequest({ method: 'GET', target, purpose: 'read', resourceType: object.type, id: object.id });
  if (response.status === 404) return stop('missing', answered(`the read of ${object.key}`, response));
  return response.status === 200 ? readable(response.body, object.key) : refused(`the read of ${object.key}`, response);
}

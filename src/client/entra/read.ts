import type { JsonObject } from '../../scim/json.js';
import type { Conversation, DirectoryObject } from '../client.js';
import { answered, stop } from '../conversation-helpers.js';
import { resourcePath } from '../encode.js';
import { entraRequest } from './dialect.js';
import { readable, refused } from './reaction.js';

/** The path of a linked object; ids may be any text, so they are always encoded. */
export function pathOf(object: DirectoryObject): string {
  return resourcePath(object.type, object.id ?? '');
}

/** Entra's read by id; groups without their members ("Develop a SCIM endpoint"). */
export function* read(object: DirectoryObject): Conversation<JsonObject> {
  if (object.id === undefined) return stop('missing', `${object.key} is not linked to a resource`);
  const target = object.type === 'User' ? pathOf(object) : `${pathOf(object)}?excludedAttributes=members`;
  const response = yield entraRequest({ method: 'GET', target, purpose: 'read', resourceType: object.type, id: object.id });
  if (response.status === 404) return stop('missing', answered(`the read of ${object.key}`, response));
  return response.status === 200 ? readable(response.body, object.key) : refused(`the read of ${object.key}`, response);
}

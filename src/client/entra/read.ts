import type { JsonObject } from '../../scim/json.js';
import { ENDPOINTS } from '../../scim/message.js';
import { readResource } from '../../scim/read.js';
import type { Conversation, DirectoryObject } from '../client.js';
import { percentEncode } from '../encode.js';
import { answered, done, stop } from '../talk.js';
import { entraRequest } from './dialect.js';

/** The path of a linked object; ids may be any text, so they are always encoded. */
export function pathOf(object: DirectoryObject): string {
  return `${ENDPOINTS[object.type]}/${percentEncode(object.id ?? '')}`;
}

/** Entra's read by id; groups without their members ("Develop a SCIM endpoint"). */
export function* read(object: DirectoryObject): Conversation<JsonObject> {
  if (object.id === undefined) return stop('missing', `${object.key} is not linked to a resource`);
  const target = object.type === 'User' ? pathOf(object) : `${pathOf(object)}?excludedAttributes=members`;
  const response = yield entraRequest({ method: 'GET', target, purpose: 'read', resourceType: object.type, id: object.id });
  const resource = response.status === 200 ? readResource(response.body) : undefined;
  return resource === undefined
    ? stop(response.status === 404 ? 'missing' : 'unusable', answered(`the read of ${object.key}`, response))
    : done(resource);
}

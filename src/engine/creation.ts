import { nameAttribute } from '../client/talk.js';
import { getMember, isObject } from '../scim/json.js';
import type { ResourceType, ScimRequest } from '../scim/message.js';

/**
 * What a request would create.
 *
 * @param request the request
 * @returns undefined when it creates nothing
 */
export function creationOf(request: ScimRequest): { readonly resourceType: ResourceType; readonly name: string } | undefined {
  const collection = /^\/(Users|Groups)(?!\/\.search)(\/|\?|$)/i.exec(request.target)?.[1]?.toLowerCase();
  if (request.method !== 'POST' || collection === undefined) return undefined;
  const resourceType: ResourceType = collection === 'users' ? 'User' : 'Group';
  const body = isObject(request.body) ? request.body : {};
  return { resourceType, name: String(getMember(body, nameAttribute(resourceType)) ?? '') };
}

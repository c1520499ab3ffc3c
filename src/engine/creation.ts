import { nameAttribute } from '../client/talk.js';
import { getMember, isObject } from '../scim/json.js';
import type { ResourceType, ScimRequest } from '../scim/message.js';

/**
 * What a request would create: a POST, and a PUT to an id that nobody has, which a target might take for one.
 *
 * @param request the request
 * @param madeUp ids that the run made up
 * @returns undefined when it creates nothing
 */
export function creationOf(
  request: ScimRequest,
  madeUp: ReadonlySet<string>,
): { readonly resourceType: ResourceType; readonly name: string } | undefined {
  const collection = /^\/(Users|Groups)(?!\/\.search)(\/|\?|$)/i.exec(request.target)?.[1]?.toLowerCase();
  const upsert = request.method === 'PUT' && request.id !== undefined && madeUp.has(request.id);
  if ((request.method !== 'POST' && !upsert) || collection === undefined) return undefined;
  const resourceType: ResourceType = collection === 'users' ? 'User' : 'Group';
  const body = isObject(request.body) ? request.body : {};
  return { resourceType, name: String(getMember(body, nameAttribute(resourceType)) ?? '') };
}

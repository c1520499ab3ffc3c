import { nameAttribute } from '../../client/conversation-helpers.js';
import { getMember, isObject, type Json } from '../../scim/json.js';
import type { ResourceType, ScimRequest } from '../../scim/message.js';
import { addressOf } from './address.js';

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
  const { resourceType } = addressOf(request.target);
  const upsert = request.method === 'PUT' && request.id !== undefined && madeUp.has(request.id);
  if ((request.method !== 'POST' && !upsert) || resourceType === undefined || isSearch(request.target)) return undefined;
  return { resourceType, name: nameIn(request.body, resourceType) };
}

/**
 * The name in a body by which a resource can be found again.
 *
 * @param body a resource, if it is one
 * @param type its type
 * @returns an empty text where there is none
 */
export function nameIn(body: Json | undefined, type: ResourceType): string {
  return isObject(body) ? String(getMember(body, nameAttribute(type)) ?? '') : '';
}

function isSearch(target: string): boolean {
  return /^\/\w+\/\.search/.test(target);
}

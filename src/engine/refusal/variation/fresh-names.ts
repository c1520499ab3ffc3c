import { isObject, type Json, type JsonObject } from '../../../scim/json.js';
import { nameAttribute, type ResourceType, type ScimRequest } from '../../../scim/message.js';

/**
 * The creation of another resource of the same kind.
 *
 * @param request the creation
 * @param number of the trial within the run
 */
export function anotherOf(request: ScimRequest, number: number): ScimRequest {
  const { body, resourceType = 'User' } = request;
  return isObject(body) ? { ...request, body: withFreshNames(body, resourceType, number) } : request;
}

/**
 * The body of a creation with names that nobody has yet, so that several trials meet no conflict with one another: in its name,
 * externalId and e-mail addresses. Nothing else about them changes, and they stay names such as scim-check makes up.
 *
 * @param body the body that was refused
 * @param type the type of its resource
 * @param number of the trial within the run
 */
function withFreshNames(body: JsonObject, type: ResourceType, number: number): JsonObject {
  const fresh = (text: Json | undefined): Json | undefined => (typeof text === 'string' && text !== '' ? `t${number}-${text}` : text);
  const name = nameAttribute(type);
  const { externalId, emails } = body;
  return {
    ...body,
    ...(body[name] === undefined ? {} : { [name]: fresh(body[name]) ?? null }),
    ...(externalId === undefined ? {} : { externalId: typeof externalId === 'string' ? otherId(externalId, number) : externalId }),
    ...(Array.isArray(emails)
      ? { emails: emails.map((each) => (isObject(each) && 'value' in each ? { ...each, value: fresh(each['value']) ?? null } : each)) }
      : {}),
  };
}

/** Another id of the same form. */
function otherId(id: string, number: number): string {
  const guid = /^[0-9a-f]{8}(?=-[0-9a-f]{4}-)/i;
  return guid.test(id) ? id.replace(guid, (1e8 + number).toString(16).padStart(8, '0')) : `t${number}-${id}`;
}

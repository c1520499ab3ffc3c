import { getMember, isObject, type Json, type JsonObject } from '../../scim/json.js';
import type { ScimResponse } from '../../scim/message.js';
import { readResource } from '../../scim/read.js';
import { ENTERPRISE_USER_URN } from '../../scim/urn.js';
import type { Outcome } from '../client.js';
import { done, type Failed, stop } from '../conversation-helpers.js';

const PREFIX = 'SystemForCrossDomainIdentityManagement';

/** What an administrator reads when Entra cannot make sense of a resource (failures F21). */
const UNREADABLE = 'We are not able to deserialize the resource received from your SCIM endpoint';

/**
 * What Entra's provisioning log shows for a refusal. The codes are those that administrators have reported; for other
 * statuses none is known.
 *
 * @param status the status of the answer
 * @param checking whether the request tests the credential rather than provisions
 * @returns the code, or undefined where none is known
 */
export function errorCode(status: number, checking: boolean): string | undefined {
  if (status === 401) return `${PREFIX}CredentialValidationFailure`;
  if (checking && status === 404) return `${PREFIX}CredentialValidationUnavailable`;
  if (status === 409) return `${PREFIX}ServiceIncompatibleFiltering`;
  if (status === 400) return `${PREFIX}ServiceIncompatible`;
  return undefined;
}

/** Ends a conversation with what Entra shows for the answer. */
export function refused(what: string, response: ScimResponse, checking = false): Failed {
  const code = errorCode(response.status, checking);
  return stop('refused', withCode(what, response, code));
}

function withCode(what: string, response: ScimResponse, code: string | undefined): string {
  const detail = isObject(response.body) ? getMember(response.body, 'detail') : undefined;
  const said = typeof detail === 'string' ? ` (${detail.slice(0, 200)})` : '';
  return `${what} was answered ${response.status}${said}${code === undefined ? '' : `; Entra shows ${code}`}`;
}

/** Ends a conversation with a resource that Entra cannot read: it stops all later updates of the object. */
export function unreadable(what: string): Failed {
  return stop('unusable', `${what}; Entra shows "${UNREADABLE}" and stops all later updates of the object`);
}

/**
 * A resource as Entra reads it: it needs an id, and a manager that is an object.
 * Source: failures F21 (field reports); Microsoft, "Develop a SCIM endpoint".
 *
 * @param body the body of an answer, or one of the resources of a list
 * @param what the resource, for the message
 */
export function readable(body: Json | undefined, what: string): Outcome<JsonObject & { readonly id: string }> {
  const resource = readResource(body);
  if (resource === undefined) return unreadable(`${what} has no id`);
  const extension = getMember(resource, ENTERPRISE_USER_URN);
  const manager = isObject(extension) ? getMember(extension, 'manager') : undefined;
  if (manager === undefined || manager === null || isObject(manager)) return done(resource);
  return unreadable(`the manager of ${what} is no object`);
}

import { getMember, isObject } from '../../scim/json.js';
import type { ScimResponse } from '../../scim/message.js';
import { answered, type Failed, stop } from '../conversation-helpers.js';

/**
 * Ends a conversation with the words that Okta's log and tasks show for a refusal. An error that is no JSON hides its cause.
 * Sources: Okta's help on group push and provisioning tasks; public captures of 2026; failures F22.
 *
 * @param what the request, in a few words
 * @param response its answer
 */
export function refused(what: string, response: ScimResponse): Failed {
  return stop('refused', `${answered(what, response)}; Okta shows "${shown(response)}"`);
}

function shown(response: ScimResponse): string {
  if (response.status === 401) return 'Authorization failure';
  if (response.body === undefined && response.text !== '') return 'Invalid JSON: Unrecognized token';
  const detail = isObject(response.body) ? getMember(response.body, 'detail') : undefined;
  const said = typeof detail === 'string' ? detail.slice(0, 200) : 'null';
  return `${response.status === 409 ? 'Conflict. ' : ''}Errors reported by remote server: ${said}`;
}

/** The look-up before an assignment failed: Okta retries the look-up only when an administrator asks it to. */
export function notVerified(what: string, response: ScimResponse): Failed {
  return stop(
    'unusable',
    `${answered(what, response)}; Okta shows "Error while verifying if user exists: null" and neither creates nor links`,
  );
}

/** A resource is gone that Okta wanted to change: no search, no create, a task for the administrator. */
export function gone(what: string, response: ScimResponse): Failed {
  return stop('missing', `${answered(what, response)}; Okta stops and leaves a task: no search, no new create`);
}

import type { Family } from '../../client/client.js';
import type { CutBy } from '../../event/event.js';
import { headerOf, type ScimResponse } from '../../scim/message.js';

/** 429, or a 503 that says when to come back (RFC 9110 §15.6.4, RFC 6585 §4). */
export function isThrottled(response: ScimResponse): boolean {
  return response.status === 429 || (response.status === 503 && headerOf(response.headers, 'retry-after') !== undefined);
}

/** Why a request was not served, although nothing is wrong with the answer. */
export interface Unserved {
  readonly reason: string;
  readonly cut: CutBy;
}

/**
 * Why a request was not served, where that is no fault of the target's: it asks for patience, or for a condition that a
 * client of the standard may send (RFC 6585 §3, RFC 7644 §3.14) and Entra and Okta never do.
 *
 * @param response the answer
 * @param family who asked
 * @returns undefined when the answer counts
 */
export function unservedBy(response: ScimResponse, family: Family): Unserved | undefined {
  if (isThrottled(response))
    return { reason: `the target throttles (${response.status}); the client would try again later`, cut: 'throttled' };
  if (response.status === 428 && family === 'rfc') return { reason: 'the target wants If-Match with each write (428)', cut: 'unserved' };
  return undefined;
}

import { headerOf, type ScimResponse } from '../scim/message.js';

/** 429, or a 503 that says when to come back (RFC 9110 §15.6.4, RFC 6585 §4). */
export function isThrottled(response: ScimResponse): boolean {
  return response.status === 429 || (response.status === 503 && headerOf(response.headers, 'retry-after') !== undefined);
}

/** What the play says of it. */
export function throttled(response: ScimResponse): string {
  return `the target throttles (${response.status}); the client would try again later`;
}

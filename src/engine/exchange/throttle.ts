import type { CheckId } from '../../check/check-id.js';
import type { Dialect, Family } from '../../client/client.js';
import type { CutBy } from '../../event/event.js';
import { type Header, headerOf, type ScimResponse } from '../../scim/message.js';

/** First pause without a usable Retry-After; it doubles, as Okta's does from five minutes on. */
const FIRST_PAUSE_MS = 1000;
/** Second pause where the target has asked for none or for less; it doubles. */
const LEAST_PAUSE_MS = 250;
/** No pause that the target has not asked for is longer. */
const LONGEST_PAUSE_MS = 60_000;

/**
 * Whether an answer says that the request was not served, and may be sent again later: 429, or a 503 that says when to come back
 * (RFC 6585 §4, RFC 9110 §15.6.4).
 */
export function isThrottled({ status, headers }: Pick<ScimResponse, 'status' | 'headers'>): boolean {
  return status === 429 || (status === 503 && headerOf(headers, 'retry-after') !== undefined);
}

/** Whether what an answer says may soon be over: it throttles, or it is a 503 that does not say for how long. */
export function mayPass({ status }: Pick<ScimResponse, 'status'>): boolean {
  return status === 429 || status === 503;
}

/** Why a request was not served, although nothing is wrong with the answer. */
export interface Unserved {
  readonly reason: string;
  readonly cut: CutBy;
  /** What is reported of it. */
  readonly check?: CheckId;
  /** What is expected instead; default: an answer, as before. */
  readonly expected?: string;
}

/** What is expected where a server error was gone when the same request was sent again, and answered with a status. */
export function servedAgain(status: number): string {
  return `an answer each time: ${status} when it was sent again`;
}

/**
 * Why a request was not served, where that is no fault of the target's: it asks for patience, or for a condition that a
 * client of the standard may send (RFC 6585 §3, RFC 7644 §3.14) and Entra and Okta never do.
 *
 * @param response the answer
 * @param family who asked
 * @param sent the headers of the write; absent: it was none
 * @returns undefined when the answer counts
 */
export function unservedBy(response: ScimResponse, family: Family, sent?: readonly Header[]): Unserved | undefined {
  if (isThrottled(response))
    return { reason: `the target throttles (${response.status}); the client would try again later`, cut: 'throttled' };
  const { status } = response;
  // 412 to a write without If-Match: there was no condition that could have failed.
  const isUnmet = status === 428 || (status === 412 && sent !== undefined && headerOf(sent, 'if-match') === undefined);
  if (isUnmet && family === 'rfc') return { reason: `the target wants If-Match with each write (${status})`, cut: 'unserved' };
  return undefined;
}

/** A credential that was accepted is refused now: whatever was asked for has not been looked at. */
export const CREDENTIAL_REFUSED: Unserved = {
  reason: 'the target refused the credential (401), which it had accepted before',
  cut: 'other',
  check: 'SC1008',
};

/**
 * A write ended in a server error that came and went: nothing about the write is to blame.
 *
 * @param status the error
 * @param again the status with which the same write was served; undefined: it is others that were served when they were sent again
 */
export function errorPassed(status: number, again?: number): Unserved {
  const served =
    again === undefined ? 'as others that were served when they were sent again' : 'and served the same when it was sent again';
  return {
    reason: `the target answered a write with a server error (${status}), ${served}`,
    cut: 'other',
    check: 'SC1009',
    expected: again === undefined ? 'an answer each time' : servedAgain(again),
  };
}

/**
 * Why an answer cannot be judged that is larger than what is read of one: nothing need be wrong with it.
 *
 * @param response the answer
 * @returns undefined when it was read
 */
export function unreadBy({ status, unread }: ScimResponse): Unserved | undefined {
  return unread === undefined ? undefined : { reason: `the answer (${status}) was not read: ${unread}`, cut: 'unread' };
}

/** Why a request has no answer: nobody may say more about it than that. */
export function unansweredBy({ kind, message }: { readonly kind: string; readonly message: string }): Unserved {
  return { reason: message, cut: kind === 'throttled' ? 'throttled' : kind === 'aborted' ? 'stopped' : 'unanswered' };
}

/** How long a client is to wait. */
export interface Wait {
  readonly milliseconds: number;
  /** The target has named the time. */
  readonly asked: boolean;
}

/**
 * How long to wait after an answer that asks for patience: what Retry-After says, in seconds or as a date (RFC 9110 §10.2.3).
 * Without it Okta pauses five minutes, doubling, and Entra is only known to try again in a later cycle; a run cannot wait that
 * long, so it starts at one second.
 *
 * @param response the answer
 * @param attempt how often the request was sent, from 1
 * @param now milliseconds since 1970
 */
export function waitAfter(response: Pick<ScimResponse, 'headers'>, attempt: number, now: number): Wait {
  const text = headerOf(response.headers, 'retry-after')?.trim() ?? '';
  // "At once" to somebody who is refused again and again helps neither: a target that serves one request at a time says so.
  const least = attempt === 1 ? 0 : Math.min(LONGEST_PAUSE_MS, LEAST_PAUSE_MS * 2 ** (attempt - 2));
  if (/^\d{1,9}$/.test(text)) return { milliseconds: Math.max(least, Number(text) * 1000), asked: true };
  // A date has letters: Date.parse takes all kinds of numbers for one.
  const date = /^[A-Za-z]{3}.*GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(date)) return { milliseconds: Math.max(least, date - now), asked: true };
  return { milliseconds: Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1)), asked: false };
}

/** What the client itself would do, for the reader. */
export function clientWould(dialect: Dialect, { asked }: Wait): string {
  if (dialect.startsWith('okta')) return asked ? 'Okta waits as long.' : 'Okta would wait 5 minutes, then twice as long each time.';
  if (dialect.startsWith('entra')) return 'Entra tries again in a later cycle, 20 to 40 minutes on.';
  return '';
}

/**
 * Why a request was not served: the time is up while it waits for its turn to be sent again. What was answered with 429 was not done.
 *
 * @param what the request in a few words
 * @param status of its last answer
 */
export function outOfTime(what: string, status: number): { readonly kind: string; readonly message: string } {
  const message = `${what} was answered ${status}, and there was no time to send it again.`;
  return { kind: status === 429 ? 'throttled' : 'aborted', message };
}

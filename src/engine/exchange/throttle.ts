import type { Dialect, Family } from '../../client/client.js';
import type { CutBy } from '../../event/event.js';
import { headerOf, type ScimResponse } from '../../scim/message.js';

/** Okta gives up after ten attempts (Okta, "SCIM concepts", 2026); nobody else documents a number. */
const MOST_ATTEMPTS = 10;

/** First pause without a usable Retry-After; it doubles, as Okta's does from five minutes on. */
const FIRST_PAUSE_MS = 1000;

/** What is to be done about an answer that asks for patience. */
export interface Pause {
  /** Milliseconds to wait before the request is sent again; absent: it is not. */
  readonly milliseconds?: number;
  /** One sentence for the reader. */
  readonly message: string;
}

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

/**
 * Decides how long to wait after 429 or 503. A whole number of seconds in Retry-After is honoured, as Okta documents it for
 * 429. Without one Okta pauses five minutes, doubling, and Entra is only known to try again in a later cycle; a run cannot
 * wait that long, so it starts at one second. All waits of a run together are bounded, and each is told.
 */
export class Throttle {
  readonly #capMs: number;
  #usedMs = 0;

  /** @param capMs milliseconds that all waits of a run may take */
  constructor(capMs = 30_000) {
    this.#capMs = capMs;
  }

  /**
   * @param response the answer
   * @param attempt how often the request was sent, from 1
   * @param dialect who sent it
   * @param what the request in a few words
   * @returns undefined when the answer asks for no patience
   */
  pauseAfter(response: ScimResponse, attempt: number, dialect: Dialect, what: string): Pause | undefined {
    if (!mayPass(response)) return undefined;
    const asked = retryAfter(response);
    const wanted = asked ?? FIRST_PAUSE_MS * 2 ** (attempt - 1);
    const said = `${what} was answered ${response.status}${asked === undefined ? ' without a number of seconds in Retry-After' : ''}`;
    if (attempt >= MOST_ATTEMPTS) return { message: `${said} ${attempt} times; it is not sent again.` };
    if (this.#usedMs + wanted > this.#capMs)
      return { message: `${said}; a wait of ${wanted / 1000} s is more than a run allows, so it is not sent again.` };
    this.#usedMs += wanted;
    return { milliseconds: wanted, message: `${said}; it is sent again after ${wanted / 1000} s. ${clientWould(dialect, asked)}` };
  }
}

/** Seconds of a Retry-After as milliseconds; a date, a fraction or nothing does not count (Okta, "SCIM concepts"). */
function retryAfter(response: ScimResponse): number | undefined {
  const text = headerOf(response.headers, 'retry-after')?.trim() ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) * 1000 : undefined;
}

function clientWould(dialect: Dialect, asked: number | undefined): string {
  if (dialect.startsWith('okta'))
    return asked === undefined ? 'Okta would wait 5 minutes, then twice as long each time.' : 'Okta waits as long.';
  if (dialect.startsWith('entra')) return 'Entra tries again in a later cycle, 20 to 40 minutes on.';
  return '';
}

import type { Clock } from '../../base/clock.js';
import type { Dialect } from '../../client/client.js';
import type { ScimResponse } from '../../scim/message.js';
import { clientWould, waitAfter } from './throttle.js';

/** Okta gives up after ten attempts (Okta, "SCIM concepts", 2026); nobody else documents a number. */
const MOST_ATTEMPTS = 10;
/** The slowest that a run goes by itself, in milliseconds from one request to the next. */
const SLOWEST_MS = 1000;

/** What is to be done about an answer that asks for patience. */
export interface Pause {
  /** Whether the request is sent again, when its turn comes. */
  readonly again: boolean;
  /** The moment before which it does not go again. */
  readonly notBefore?: number;
  /** One sentence for the reader; absent where it would say again what was said before. */
  readonly message?: string;
}

/**
 * The pace of a run, over everything that it does at once. When a target asks for patience, all requests wait; then they go
 * further apart, as long as that helps. Where it does not, and others are served meanwhile, only the request waits that was
 * refused: a target that refuses every fifth one does so at any pace. A wait that would last longer than the run ends it.
 */
export class Pace {
  readonly #clock: Clock;
  /** The moment after which nothing is worth waiting for. */
  readonly #end: number;
  #pausedUntil = 0;
  #next = 0;
  #interval = 0;
  /** How many requests were served since the last pause, and before it. */
  #served = 0;
  #servedBefore: number | undefined;
  #spacingHelps = true;
  #pausedAt = 0;
  /** Why nothing more is sent. */
  #closed: string | undefined;
  /** A request was given up, and none was served since: the others are not sent twice. */
  #exhausted = false;
  #throttled = 0;
  #waited = 0;
  #waitsUntil = 0;

  /**
   * @param clock passes the time
   * @param milliseconds that waits may take, from now on
   */
  constructor(clock: Clock, milliseconds: number) {
    this.#clock = clock;
    this.#end = clock.now() + milliseconds;
  }

  /**
   * Waits until a request may go.
   *
   * @param signal ends the wait
   * @param notBefore the moment before which it does not go, where it was refused before
   * @returns why it may not go at all; undefined when it may
   */
  async turn(signal: AbortSignal | undefined, notBefore = 0): Promise<string | undefined> {
    const rest = notBefore - this.#clock.now();
    if (rest > 0 && !(await this.#clock.sleep(rest, signal))) return undefined;
    while (this.#closed === undefined) {
      const now = this.#clock.now();
      const start = Math.max(this.#pausedUntil, this.#next, now);
      this.#next = start + this.#interval;
      // An aborted run does not wait: its requests are refused where they are sent.
      if (start > now && !(await this.#clock.sleep(start - now, signal))) return undefined;
      // A pause that began meanwhile holds for this request, too.
      if (this.#pausedUntil <= start) return this.#closed;
    }
    return this.#closed;
  }

  /** A request was served. */
  served(): void {
    this.#served += 1;
    this.#exhausted = false;
  }

  /**
   * Decides about a request that was not served.
   *
   * @param response the answer
   * @param attempt how often it was sent, from 1
   * @param sentAt when it was sent this time, by the clock
   * @param dialect who sent it
   * @param what the request in a few words
   */
  after(response: ScimResponse, attempt: number, sentAt: number, dialect: Dialect, what: string): Pause {
    const now = this.#clock.now();
    const wait = waitAfter(response, attempt, now);
    const seconds = Math.ceil(wait.milliseconds / 1000);
    const said = `${what} was answered ${response.status}${wait.asked ? '' : ' without a time in Retry-After'}`;
    this.#throttled += 1;
    if (attempt >= MOST_ATTEMPTS || this.#exhausted) {
      const message = this.#exhausted ? {} : { message: `${said} ${attempt} times; it is not sent again.` };
      this.#exhausted = true;
      return { again: false, ...message };
    }
    if (now + wait.milliseconds > this.#end) {
      const left = Math.max(0, Math.floor((this.#end - now) / 1000));
      this.#closed = `the target asked for a wait of ${seconds} s (${response.status}), and the run has ${left} s left`;
      return { again: false, message: `${said}: ${this.#closed}, so nothing more is sent.` };
    }
    // Of several that went before the pause, the first one tells of it.
    if (sentAt >= this.#pausedAt) this.#slowDown(wait.milliseconds);
    const until = now + wait.milliseconds;
    this.#waited += Math.max(0, until - Math.max(now, this.#waitsUntil));
    this.#waitsUntil = Math.max(this.#waitsUntil, until);
    this.#pausedAt = this.#clock.now();
    const isAlone = !this.#spacingHelps && (this.#servedBefore ?? 0) > 0;
    if (!isAlone) this.#pausedUntil = Math.max(this.#pausedUntil, until);
    const again = { again: true, ...(isAlone ? { notBefore: until } : {}) };
    if (this.#throttled > 1) return again;
    return { ...again, message: `${said}; it is sent again after ${seconds} s. ${clientWould(dialect, wait)}`.trimEnd() };
  }

  /** What throttling did to the run, in one sentence; undefined when there was none. */
  summary(): string | undefined {
    if (this.#throttled === 0) return undefined;
    const times = this.#throttled === 1 ? 'once' : `${this.#throttled} times`;
    return `The target throttled this run ${times}; its waits took ${Math.round(this.#waited / 1000)} s in all.`;
  }

  /** Requests go further apart, unless that has not brought more of them through than before. */
  #slowDown(milliseconds: number): void {
    if (this.#interval > 0 && this.#served <= (this.#servedBefore ?? 0) * 1.2) this.#spacingHelps = false;
    const wanted = this.#interval === 0 ? milliseconds / Math.max(1, this.#served) : this.#interval * 1.5;
    this.#interval = this.#spacingHelps ? Math.min(SLOWEST_MS, wanted) : 0;
    this.#servedBefore = this.#served;
    this.#served = 0;
  }
}

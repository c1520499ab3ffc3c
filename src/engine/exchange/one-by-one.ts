import type { Clock } from '../../base/clock.js';
import type { ScimResponse } from '../../scim/message.js';
import { mayPass } from './throttle.js';

/** How a request ended. */
type Answered = { readonly ok: true; readonly response: Pick<ScimResponse, 'status'> } | { readonly ok: false };

/** An answer that takes less is in time, in milliseconds. */
const LATE_MS = 1000;
/** So many times longer than alone, and it was the others that it waited for. */
const TIMES = 10;
/** So many answers in a row must be late, or nearly in a row. */
const ENOUGH = 3;
const IN_LAST = 12;

const FOUND =
  'Answers took seconds while other requests were under way, and milliseconds while none was, as from a server that serves one connection after the other: the run goes on with one request at a time (as with --jobs 1). Clients may keep several connections open.';

const REFUSED =
  'Requests were refused (429 or 503) while others were under way, and none that was alone: the run goes on with one request at a time (as with --jobs 1). Clients may send several at once.';
/** After so many requests that were alone and served, it was the others that the target minded. */
const CALM = 20;

/**
 * Sees whether a target serves one connection after the other: an answer that comes in milliseconds when nothing else is under way
 * comes seconds later when something is, once an idle connection has been closed. Or it refuses what comes while it is busy. From then on
 * requests wait for each other; where one is refused all the same, it is their rate that the target minds, and they need not.
 */
export class OneByOne {
  readonly #clock: Clock;
  readonly #onFound: (message: string) => void;
  /** Kind of request → its quickest answer with nothing else under way, in milliseconds. */
  readonly #alone = new Map<string, number>();
  #underWay = 0;
  /** Counts the requests that were begun. */
  #begun = 0;
  /** Whether the latest answers were late. */
  #latest: boolean[] = [];
  #found = false;
  /** Requests that were refused while others were under way. */
  #crowded = 0;
  /** Requests served since they wait for each other because of those. */
  #calm: number | undefined;
  /** A request that was alone was refused, too. */
  #mindsRate = false;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param clock tells how long answers take
   * @param onFound is told once, in a sentence for the reader, that the target serves one connection after the other
   */
  constructor(clock: Clock, onFound: (message: string) => void) {
    this.#clock = clock;
    this.#onFound = onFound;
  }

  /**
   * Sends a request, when its turn comes.
   *
   * @param kind requests of one kind take equally long
   * @param send sends it
   */
  async send<T extends Answered>(kind: string, send: () => Promise<T>): Promise<T> {
    if (!this.#found) return await this.#watched(kind, send);
    const sent = this.#last.then(send);
    this.#last = sent.catch(() => undefined);
    const answer = await sent;
    this.#noteAlone(isRefused(answer));
    return answer;
  }

  async #watched<T extends Answered>(kind: string, send: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    this.#begun += 1;
    const [company, begun, start] = [this.#underWay > 1, this.#begun, this.#clock.now()];
    try {
      const answer = await send();
      const others = company || this.#begun > begun;
      if (!isRefused(answer)) this.#noteTime(kind, this.#clock.now() - start, others);
      else if (others) this.#noteCrowded();
      else this.#mindsRate = true;
      return answer;
    } finally {
      this.#underWay -= 1;
    }
  }

  #noteCrowded(): void {
    this.#crowded += 1;
    if (this.#mindsRate || this.#found || this.#crowded < ENOUGH) return;
    this.#found = true;
    this.#calm = 0;
  }

  #noteAlone(refused: boolean): void {
    if (this.#calm === undefined) return;
    if (refused) [this.#mindsRate, this.#found, this.#calm] = [true, false, undefined];
    else if (++this.#calm === CALM) this.#onFound(REFUSED);
  }

  #noteTime(kind: string, milliseconds: number, others: boolean): void {
    const alone = this.#alone.get(kind);
    if (!others) this.#alone.set(kind, Math.min(alone ?? milliseconds, milliseconds));
    else if (alone !== undefined) {
      this.#latest = [...this.#latest, milliseconds >= Math.max(LATE_MS, TIMES * alone)].slice(-IN_LAST);
      if (this.#found || this.#latest.filter(Boolean).length < ENOUGH) return;
      this.#found = true;
      this.#onFound(FOUND);
    }
  }
}

/** Whether the target has asked for patience. */
function isRefused(answer: Answered): boolean {
  return answer.ok && mayPass(answer.response);
}

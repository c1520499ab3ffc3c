import type { Clock } from '../../base/clock.js';

/** An answer that takes less is in time, in milliseconds. */
const LATE_MS = 1000;
/** So many times longer than alone, and it was the others that it waited for. */
const TIMES = 10;
/** So many answers in a row must be late, or nearly in a row. */
const ENOUGH = 3;
const IN_LAST = 12;

const FOUND =
  'Answers took seconds while other requests were under way, and milliseconds while none was, as from a server that serves one connection after the other: the run goes on with one request at a time (as with --jobs 1). Clients may keep several connections open.';

/**
 * Sees whether a target serves one connection after the other: an answer that comes in milliseconds when nothing else is under way
 * comes seconds later when something is, once an idle connection has been closed. From then on requests wait for each other.
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
   * @param send sends it; whether there was an answer is not looked at
   */
  async send<T>(kind: string, send: () => Promise<T>): Promise<T> {
    if (!this.#found) return await this.#watched(kind, send);
    const sent = this.#last.then(send);
    this.#last = sent.catch(() => undefined);
    return await sent;
  }

  async #watched<T>(kind: string, send: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    this.#begun += 1;
    const [others, begun, start] = [this.#underWay > 1, this.#begun, this.#clock.now()];
    try {
      return await send();
    } finally {
      this.#underWay -= 1;
      this.#note(kind, this.#clock.now() - start, others || this.#begun > begun);
    }
  }

  #note(kind: string, milliseconds: number, others: boolean): void {
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

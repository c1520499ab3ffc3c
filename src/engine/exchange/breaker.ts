import type { ScimRequest } from '../../scim/message.js';

/** An answer that takes longer counts as none: a run of hundreds of requests would not end. In milliseconds. */
const SLOW_MS = 20_000;

/** How long an answer of a kind is waited for that has not come before, once the target has failed to answer, in milliseconds. */
const SHORT_MS = 10_000;

/** So many requests in a row without an answer make it doubtful that the target is there. */
const MOST_IN_A_ROW = 3;

/** So many requests of one kind without an answer are enough: it is not sent again. */
const MOST_OF_A_KIND = 2;

/** What may be done with a request. */
export type Permit = { readonly limitMs?: number } | { readonly refusal: string };

/**
 * Keeps a run from waiting for a target that does not answer, or for one kind of request that it never answers. It decides, and
 * sends nothing.
 */
export class Breaker {
  readonly #missed = new Map<string, number>();
  /** Kinds whose last miss was a connection that broke at once. */
  readonly #broken = new Set<string>();
  readonly #served = new Set<string>();
  #inARow = 0;
  #hasMissed = false;

  /** Whether the target has failed to answer, or took so long that it might as well have. */
  get hasMissed(): boolean {
    return this.#hasMissed;
  }

  /** Whether a request may be sent, and how long its answer may take if not as long as others. */
  permit(request: ScimRequest): Permit {
    const kind = kindOf(request);
    const missed = this.#missed.get(kind) ?? 0;
    if (missed >= MOST_OF_A_KIND)
      return { refusal: `${kind} was not answered ${missed} times in a row; it is not sent again in this run.` };
    return this.#hasMissed && !this.#served.has(kind) ? { limitMs: SHORT_MS } : {};
  }

  /**
   * Notes what became of a request.
   *
   * @param request the request
   * @param isAnswered whether an answer came
   * @param milliseconds how long it took, or was waited for
   * @returns whether the target should be asked if it is there at all
   */
  note(request: ScimRequest, isAnswered: boolean, milliseconds: number): boolean {
    const kind = kindOf(request);
    if (isAnswered && milliseconds < SLOW_MS) {
      this.#missed.delete(kind);
      this.#served.add(kind);
      this.#inARow = 0;
      return false;
    }
    this.#hasMissed = true;
    this.#served.delete(kind);
    if (!isAnswered) this.#missed.set(kind, (this.#missed.get(kind) ?? 0) + 1);
    if (milliseconds < SLOW_MS) this.#broken.add(kind);
    else this.#broken.delete(kind);
    this.#inARow += 1;
    // Where requests go one after the other, each that is waited for to its end costs a minute.
    return this.#inARow >= MOST_IN_A_ROW || (!isAnswered && milliseconds >= SLOW_MS);
  }

  /** Something new begins: what was lost with a connection may be sent again. It costs no time, unlike what is never answered. */
  forgive(): void {
    for (const kind of this.#broken) this.#missed.delete(kind);
  }

  /** The target is there after all. */
  reset(): void {
    this.#inARow = 0;
  }
}

/** `PATCH /Users/{id}`: requests that a server handles alike. */
function kindOf({ method, target }: ScimRequest): string {
  const [, collection = '', id = ''] = (target.split('?')[0] ?? '').split('/');
  return `${method} /${collection}${id === '' ? '' : id.startsWith('.') ? `/${id}` : '/{id}'}`;
}

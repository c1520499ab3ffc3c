import type { Clock } from '../../src/base/clock.js';

/** Long before any test runs: whatever compares it with the time of a file finds the file newer. */
const START = Date.UTC(2020, 0, 1);

/** Each look at the clock takes a little time, as on a machine: what comes later is later. A power of two, so that sums are exact. */
const TICK = 2 ** -9;

/**
 * Enough turns of the event loop for what was sent over a socket of this process to arrive and be answered: the kernel hands it over
 * at once, so it takes turns, not time.
 */
export const SOCKET_TURNS = 100;

interface Due {
  readonly at: number;
  readonly act: () => void;
}

/**
 * A clock on which a wait costs nothing: when the program has nothing left to do but wait, the time moves to the end of the
 * shortest wait. What is to happen later (`later`) happens when waits, or `advance`, have moved the time past it; it moves
 * no time itself, so a deadline never passes because a machine is slow.
 */
export class VirtualClock implements Clock {
  readonly #turns: number;
  #now = START;
  #scheduled = false;
  readonly #sleepers = new Set<Due>();
  readonly #timers = new Set<Due>();

  /**
   * @param turns of the event loop after which the program counts as idle; with sockets of this process the ends of a connection
   *   need some of them for each other, see `SOCKET_TURNS`
   */
  constructor(turns = 1) {
    this.#turns = turns;
  }

  now(): number {
    this.#now += TICK;
    return this.#now;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<boolean> {
    if (signal?.aborted === true) return Promise.resolve(false);
    return new Promise((resolve) => {
      const stop = (): void => end(false);
      const sleeper: Due = { at: this.#now + milliseconds, act: () => end(true) };
      const end = (passed: boolean): void => {
        this.#sleepers.delete(sleeper);
        signal?.removeEventListener('abort', stop);
        resolve(passed);
      };
      signal?.addEventListener('abort', stop, { once: true });
      this.#sleepers.add(sleeper);
      this.#schedule();
    });
  }

  later(milliseconds: number, action: () => void): () => void {
    const timer: Due = { at: this.#now + milliseconds, act: action };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Lets time pass, and what was to happen in it happen. */
  advance(milliseconds: number): void {
    this.#moveTo(this.#now + milliseconds);
  }

  /** Milliseconds since the clock was made. */
  elapsed(): number {
    return this.#now - START;
  }

  /** All that is ready comes first: promises, then what the event loop holds. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    const wait = (turns: number): void => {
      setImmediate(() => (turns > 1 ? wait(turns - 1) : this.#wake()));
    };
    wait(this.#turns);
  }

  #wake(): void {
    this.#scheduled = false;
    const next = earliest(this.#sleepers);
    if (next !== undefined) this.#moveTo(next.at);
    if (this.#sleepers.size > 0) this.#schedule();
  }

  #moveTo(moment: number): void {
    for (let due = earliest(this.#timers, moment); due !== undefined; due = earliest(this.#timers, moment)) {
      this.#timers.delete(due);
      this.#now = Math.max(this.#now, due.at);
      due.act();
    }
    this.#now = Math.max(this.#now, moment);
    for (const sleeper of [...this.#sleepers].filter(({ at }) => at <= this.#now)) sleeper.act();
  }
}

function earliest(dues: Iterable<Due>, until = Number.POSITIVE_INFINITY): Due | undefined {
  let first: Due | undefined;
  for (const due of dues) if (due.at <= until && (first === undefined || due.at < first.at)) first = due;
  return first;
}

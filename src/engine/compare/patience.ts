import type { Clock } from '../../base/clock.js';

/** The waits between looks that follow one another, in milliseconds: together they outlast an index that is 5 s behind. */
const WAITS: readonly number[] = [400, 600, 1000, 1500, 2000];

/** So often a run waits in vain before it stops waiting. */
const MOST = 8;

/** What was seen in the end. */
export interface Seen<T> {
  readonly value: T;
  /** Milliseconds until it was right; absent: it was right at once, or never. */
  readonly after?: number;
}

/**
 * How long a target is waited for that is slow to show a write. A target that never shows it must not make the run crawl, so
 * after some waits in vain there are no more.
 */
export class Patience {
  readonly #clock: Clock;
  #left = MOST;

  /** @param clock passes the time */
  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Looks again, after ever longer waits, until what is seen is right.
   *
   * @param first what was seen at first
   * @param isRight tells whether that is what it should be
   * @param look looks once more
   * @returns what was seen last
   */
  async until<T>(first: T, isRight: (value: T) => boolean, look: () => Promise<T>): Promise<Seen<T>> {
    if (isRight(first) || this.#left === 0) return { value: first };
    this.#left -= 1;
    let value = first;
    let after = 0;
    for (const wait of WAITS) {
      if (!(await this.#clock.sleep(wait))) break;
      after += wait;
      value = await look();
      if (!isRight(value)) continue;
      // The wait was worth it: it does not count.
      this.#left += 1;
      return { value, after };
    }
    return { value };
  }
}

/** How the report tells a wait: in tenths of a second. */
export function later(milliseconds: number): string {
  return `right ${Math.round(milliseconds / 100) / 10} s later`;
}

import type { Clock } from '../../base/clock.js';

/** How often a run waits in vain before it stops waiting. */
const MOST = 6;

/**
 * How long a target is waited for that is slow to show a write. A target that never shows it must not make the run crawl, so
 * after some waits in vain there are no more.
 */
export class Patience {
  readonly #clock: Clock;
  readonly #milliseconds: number;
  #left = MOST;

  /**
   * @param clock passes the time
   * @param milliseconds length of one wait
   */
  constructor(clock: Clock, milliseconds: number) {
    this.#clock = clock;
    this.#milliseconds = milliseconds;
  }

  /** Waits once, unless too many waits were in vain. Tells whether it did. */
  async wait(): Promise<boolean> {
    if (this.#left === 0) return false;
    this.#left -= 1;
    await this.#clock.sleep(this.#milliseconds);
    return true;
  }

  /** The wait was worth it: it does not count. */
  rewarded(): void {
    this.#left += 1;
  }
}

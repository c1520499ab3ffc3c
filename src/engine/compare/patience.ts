import type { Clock } from '../../base/clock.js';

/**
 * What may be behind the writes: searches and lists, which an index answers; a new resource, read by its id; and what a resource
 * holds after a change, where an earlier read may have been kept.
 */
export type View = 'index' | 'resource' | 'change';

/** The waits between looks that follow one another, in milliseconds: together they outlast an index that is 5 s behind. */
const WAITS: readonly number[] = [400, 600, 1000, 1500, 2000];

/** So many of them are enough for a view that has been prompt. */
const SHORT = 2;

/**
 * A view that has shown so many writes at once, and none late, is prompt: before any wait was in vain, after one, and after more.
 * What was wrong there was not late.
 */
const PROMPT = [10, 2, 1] as const;

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
 * after some waits in vain there are no more, and shorter ones where it has shown all else at once: a few writes are enough once
 * a whole wait was in vain.
 */
export class Patience {
  readonly #clock: Clock;
  #left: number;
  readonly #late: Set<View>;
  readonly #vain: Map<View, number>;
  readonly #prompt: Readonly<Record<View, Set<object>>>;

  /**
   * @param clock passes the time
   * @param most so often it waits in vain before it stops waiting
   * @param of what another has learnt of the target; it goes on learning with it
   */
  constructor(clock: Clock, most = MOST, of?: Patience) {
    this.#clock = clock;
    this.#left = most;
    this.#late = of === undefined ? new Set() : of.#late;
    this.#vain = of === undefined ? new Map() : of.#vain;
    this.#prompt = of === undefined ? { index: new Set(), resource: new Set(), change: new Set() } : of.#prompt;
  }

  /**
   * Notes that a view has shown a write at once.
   *
   * @param view which
   * @param state what was written; each counts once
   */
  shownAtOnce(view: View, state: object): void {
    if (this.#prompt[view].size < PROMPT[0]) this.#prompt[view].add(state);
  }

  /**
   * Looks again, after ever longer waits, until what is seen is right.
   *
   * @param view what is looked at
   * @param first what was seen at first
   * @param isRight tells whether that is what it should be, or cannot be late
   * @param look looks once more
   * @returns what was seen last
   */
  async until<T>(view: View, first: T, isRight: (value: T) => boolean, look: () => Promise<T>): Promise<Seen<T>> {
    if (isRight(first) || this.#left === 0) return { value: first };
    this.#left -= 1;
    let value = first;
    let after = 0;
    for (const [index, wait] of WAITS.entries()) {
      // What others learn in the meantime counts.
      if (index >= SHORT && this.#isPrompt(view)) return { value };
      if (!(await this.#clock.sleep(wait))) return { value };
      after += wait;
      value = await look();
      if (!isRight(value)) continue;
      // The wait was worth it: it does not count.
      this.#left += 1;
      this.#late.add(view);
      return { value, after };
    }
    this.#vain.set(view, (this.#vain.get(view) ?? 0) + 1);
    return { value };
  }

  #isPrompt(view: View): boolean {
    const needed = PROMPT[this.#vain.get(view) ?? 0] ?? PROMPT[2];
    return !this.#late.has(view) && this.#prompt[view].size >= needed;
  }
}

/** How the report tells a wait: in tenths of a second. */
export function later(milliseconds: number): string {
  return `right ${Math.round(milliseconds / 100) / 10} s later`;
}

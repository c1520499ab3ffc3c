import type { Clock } from '../../base/clock.js';
import type { Method, ResourceType } from '../../scim/message.js';

/**
 * What may be behind the writes: searches, and lists of all, which an index answers; a new resource, read by its id; what it holds
 * after a change, where an earlier read may have been kept, or after scim-check's own forms of one; who is in a group, and the groups that
 * somebody is in, which servers keep apart; and what was written as later writes refer to it, by any method or one.
 * Each may be prompt for one type of resource and late for another.
 */
export type View = `${'filters' | 'lists' | 'resource' | 'change' | 'forms' | 'members' | 'groups' | 'writes' | Method} of ${ResourceType}`;

/** The waits between looks that follow one another, in milliseconds: together they outlast an index that is 5 s behind. */
const WAITS: readonly number[] = [400, 600, 1000, 1500, 2000];

/** So many of them are enough for a view that has been prompt. */
const SHORT = 2;

/** So many of them are enough where something speaks against lateness. */
const DOUBTED = 3;

/**
 * A view that has shown so many writes at once, and none late, is prompt: before any wait was in vain, after one, and after more.
 * What was wrong there was not late.
 */
const PROMPT = [10, 2, 1] as const;

/** After so many whole waits in vain for a view that was never late, short ones are enough. */
const ENOUGH = 2;

/** So often a run waits in vain before it stops waiting for what has never been late. */
const MOST = 8;

/** After some waits in vain for a view that was late before, so many times its longest lag is enough. */
const SLACK = 2;

/** What was seen in the end. */
export interface Seen<T> {
  readonly value: T;
  /** Milliseconds until it was right; absent: it was right at once, or never. */
  readonly after?: number;
}

/** What speaks against lateness. */
export interface Doubt {
  /** A part of the view: one wait in vain is enough where it has never shown a write. */
  readonly narrow: View;
  /** Asked before the first wait for what was never late: whether what is seen looks wrong for good, so that some short waits are enough. */
  isDoubtful(): Promise<boolean>;
}

/**
 * How long a target is waited for that is slow to show a write. A target that never shows it must not make the run crawl, so
 * after some waits in vain there are no more, and shorter ones where it has shown all else at once: a few writes are enough once
 * a whole wait was in vain. A view that was seen to be late is always waited for: what is looked at next may be late, too.
 */
export class Patience {
  readonly #clock: Clock;
  readonly #most: number;
  #spent = 0;
  readonly #known: Map<View, Knowledge>;

  /**
   * @param clock passes the time
   * @param most so often it waits in vain before it stops waiting; 0: it never waits
   * @param of what another has learnt of the target; it goes on learning with it
   */
  constructor(clock: Clock, most = MOST, of?: Patience) {
    this.#clock = clock;
    this.#most = most;
    this.#known = of === undefined ? new Map() : of.#known;
  }

  /**
   * Notes that a view has shown a write at once.
   *
   * @param view which
   * @param state what was written; each counts once
   */
  shownAtOnce(view: View, state: object): void {
    const { prompt } = this.#of(view);
    if (prompt.size < PROMPT[0]) prompt.add(state);
  }

  /** Whether a view was ever late. */
  wasLate(view: View): boolean {
    return this.#of(view).lag > 0;
  }

  /** Whether a view has ever shown a write, at once or later. */
  hasShown(view: View): boolean {
    const { prompt, lag } = this.#of(view);
    return prompt.size > 0 || lag > 0;
  }

  /**
   * Looks again, after ever longer waits, until what is seen is right.
   *
   * @param view what is looked at
   * @param first what was seen at first
   * @param isRight tells whether that is what it should be, or cannot be late
   * @param look looks once more
   * @param doubt what speaks against lateness
   * @returns what was seen last
   */
  async until<T>(view: View, first: T, isRight: (value: T) => boolean, look: () => Promise<T>, doubt?: Doubt): Promise<Seen<T>> {
    if (isRight(first) || this.#most === 0) return { value: first };
    const known = this.#of(view);
    let value = first;
    let after = 0;
    const narrow = doubt === undefined ? undefined : this.#of(doubt.narrow);
    const isHopeless = (index: number): boolean =>
      this.#isHopeless(known, index, after) ||
      (doubt !== undefined && narrow !== undefined && narrow.vain > 0 && !this.hasShown(doubt.narrow));
    const isDoubted = known.lag === 0 && !isHopeless(0) && (await doubt?.isDoubtful()) === true;
    const waits = isDoubted ? WAITS.slice(0, DOUBTED) : WAITS;
    for (const [index, wait] of waits.entries()) {
      // What others learn in the meantime counts.
      if (isHopeless(index)) {
        if (after > 0) this.#spent += 1;
        return { value };
      }
      if (!(await this.#clock.sleep(wait))) return { value };
      after += wait;
      value = await look();
      if (!isRight(value)) continue;
      for (const each of [known, narrow]) if (each !== undefined) each.lag = Math.max(each.lag, after);
      return { value, after };
    }
    for (const each of [known, narrow]) if (each !== undefined) each.vain += 1;
    this.#spent += 1;
    return { value };
  }

  /** Whether a wait, the next one after so many, is not worth it. */
  #isHopeless({ lag, prompt, vain }: Knowledge, index: number, waited: number): boolean {
    if (lag > 0) return vain >= MOST && index >= SHORT && waited >= SLACK * lag;
    if (this.#spent >= this.#most) return true;
    // Where one view was late, what another has shown may have had the time of the waits before it.
    if (waited < SLACK * this.#longestLag()) return false;
    if (vain >= ENOUGH && index >= SHORT) return true;
    // A target that is wrong somewhere for good is soon believed to be so elsewhere.
    return index >= SHORT && prompt.size >= (PROMPT[Math.max(vain, this.#spent)] ?? PROMPT[2]);
  }

  #longestLag(): number {
    return Math.max(0, ...[...this.#known.values()].map(({ lag }) => lag));
  }

  #of(view: View): Knowledge {
    const known = this.#known.get(view) ?? { lag: 0, vain: 0, prompt: new Set() };
    this.#known.set(view, known);
    return known;
  }
}

/** What was seen of a view. */
interface Knowledge {
  /** The longest wait that was worth it, in milliseconds; 0: it was never late. */
  lag: number;
  /** Whole waits in vain. */
  vain: number;
  /** What was shown at once. */
  readonly prompt: Set<object>;
}

/** How the report tells a wait: in tenths of a second. */
export function later(milliseconds: number): string {
  return `right ${seconds(milliseconds)} later`;
}

/** A span of time as the report tells it: in tenths of a second. */
export function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 100) / 10} s`;
}

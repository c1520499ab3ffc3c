import type { CheckId } from '../../check/check-id.js';
import type { Dialect } from '../../client/client.js';
import type { ResourceType } from '../../scim/message.js';

/** So many requests of its own scim-check spends under one client on asking why writes were refused. */
const MOST_REQUESTS = 240;

/** So many for one write: it has no use for more forms of it. */
export const MOST_FOR_ONE = 60;

/**
 * How every request of a client is put down: the letter case of "op", and the media type. A target that minds one of them minds it in each
 * write, so that trials of some writes tell of the others.
 */
const OF_EVERY_WRITE: ReadonlySet<CheckId> = new Set(['SC1216', 'SC2101']);

/** So many trials in vain are taken for all. */
const ENOUGH_IN_VAIN = 2;

/** The question why one write was refused. */
export interface Question {
  /** Whether a request may still be spent on it; counts the request. */
  readonly spend: () => boolean;
  /** There is no answer: writes of this kind are not asked about again. `refuted`: the checks whose forms have helped nothing. */
  readonly inVain: (refuted?: ReadonlySet<CheckId>) => void;
  /** The differences that have helped so far under this client. */
  readonly helped: Set<string>;
}

/** What a run spends on the question why writes were refused, and what has come of it. */
export class Trials {
  readonly #most: number;
  readonly #spent = new Map<Dialect, number>();
  readonly #helped = new Map<Dialect, Set<string>>();
  readonly #unanswered = new Map<string, ReadonlySet<CheckId>>();
  readonly #refused = new Map<Dialect, Set<string>>();
  readonly #shared = new Set<string>();
  readonly #triedInVain = new Map<string, number>();
  readonly #ofHelp = new Set<string>();
  #numbers = 0;

  /** @param most so many requests are spent under one client; 0: nothing is asked */
  constructor(most = MOST_REQUESTS) {
    this.#most = most;
  }

  /**
   * Begins to ask about one write.
   *
   * @param dialect the client that sent it
   * @param kind what writes of this kind have in common
   * @returns undefined: nothing is to be learnt that has not been asked in vain
   */
  about(dialect: Dialect, kind: string): Question | undefined {
    const key = `${dialect} ${kind}`;
    if (this.#most === 0 || this.#unanswered.has(key)) return undefined;
    const helped = this.#helped.get(dialect) ?? new Set();
    this.#helped.set(dialect, helped);
    let left = MOST_FOR_ONE;
    const spend = (): boolean => {
      const spent = this.#spent.get(dialect) ?? 0;
      if (spent >= this.#most || left === 0) return false;
      left -= 1;
      this.#spent.set(dialect, spent + 1);
      return true;
    };
    return { spend, inVain: (refuted = new Set()) => this.#unanswered.set(key, refuted), helped };
  }

  /**
   * The checks of which trials have shown that they are not, or not alone, the reason why writes of a kind are refused.
   *
   * @param dialect the client that sends them
   * @param kind what writes of this kind have in common
   */
  refuted(dialect: Dialect, kind: string): ReadonlySet<CheckId> {
    return this.#unanswered.get(`${dialect} ${kind}`) ?? new Set();
  }

  /**
   * A trial has ended.
   *
   * @param dialect the client that sent the write
   * @param type the type of the resource that it is about
   * @param refuted the checks whose form has helped nothing
   * @param shown the checks that were shown to be the reason
   */
  noteTrial(dialect: Dialect, type: ResourceType, refuted: ReadonlySet<CheckId>, shown: readonly CheckId[]): void {
    for (const check of refuted) {
      const key = `${dialect} ${type} ${check}`;
      this.#triedInVain.set(key, (this.#triedInVain.get(key) ?? 0) + 1);
    }
    for (const check of shown) this.#ofHelp.add(`${dialect} ${type} ${check}`);
  }

  /**
   * The checks of how every write is put down that have never been shown to be the reason, and were shown not to be it more than once: of a
   * write that nothing can be asked about any more they are not the reason either.
   *
   * @param dialect the client that sends the writes
   * @param type the type of the resources that they are about
   */
  neverOfHelp(dialect: Dialect, type: ResourceType): ReadonlySet<CheckId> {
    const inVain = (check: CheckId): boolean => {
      const key = `${dialect} ${type} ${check}`;
      return !this.#ofHelp.has(key) && (this.#triedInVain.get(key) ?? 0) >= ENOUGH_IN_VAIN;
    };
    return new Set([...OF_EVERY_WRITE].filter(inVain));
  }

  /**
   * An operation was found to be refused by itself, for no reason that another check tells.
   *
   * @param dialect the client that sends it
   * @param operation what it is known by: its resource type, whether it removes, and its path
   */
  noteRefused(dialect: Dialect, operation: string): void {
    this.#refused.set(dialect, (this.#refused.get(dialect) ?? new Set()).add(operation));
  }

  /** Whether an operation was found to be refused so. */
  isRefused(dialect: Dialect, operation: string): boolean {
    return this.#refused.get(dialect)?.has(operation) === true;
  }

  /**
   * Somebody was refused for a value that others have, too.
   *
   * @param dialect the client that sent it
   * @param type the type of the resource
   */
  noteShared(dialect: Dialect, type: ResourceType): void {
    this.#shared.add(`${dialect} ${type}`);
  }

  /** Whether somebody was found to be refused so. */
  isShared(dialect: Dialect, type: ResourceType): boolean {
    return this.#shared.has(`${dialect} ${type}`);
  }

  /** A number that no other trial of the run has. */
  number(): number {
    this.#numbers += 1;
    return this.#numbers;
  }
}

import type { CheckId } from '../check/check-id.js';
import type { Variant } from '../client/variant.js';
import type { Intent } from '../scenario/intent.js';
import type { Expectation } from '../scenario/scenario.js';

/** What the directory does at one moment, or a look at what came of it. */
export interface HistoryStep {
  readonly intent: Intent;
  /** A documented alternative to what the client does by default. */
  readonly as?: Variant;
  /** Target path → the shape of the value that the step gives it: what the coverage tells, and what is made plain first. */
  readonly shapes: Readonly<Record<string, string>>;
  /** Target paths of what the target advertises and the mapping does not have: it may refuse such a value. */
  readonly advertised?: readonly string[];
  /** What must come of a request in the history's own words; of all else that follows from the steps before. */
  readonly demands?: Demands;
  /** The check that fails where a look shows something else than the write just before it should have done; absent: that follows from the steps before. */
  readonly check?: CheckId;
}

/** What a step demands beyond what every client demands, and the check that fails where it does not hold. */
export interface Demands {
  readonly expect: Expectation;
  readonly check?: CheckId;
}

/** What a directory goes through, step by step: a scenario without a head. */
export type History = readonly HistoryStep[];

/** The word for a value with nothing awkward about it. */
export const PLAIN = 'plain';

/** The shape of a new name that differs from the former one in the case of letters alone: it is found under both. */
export const LETTER_CASE = 'letter case alone';

/** Whether a step is right only when the target refuses it. */
export function isToBeRefused({ demands }: Pick<HistoryStep, 'demands'>): boolean {
  const { status } = demands?.expect ?? {};
  return status?.every((each) => each >= 400) === true;
}

/**
 * Whom a step is about, by the key of the history; undefined where it is about nobody in particular.
 *
 * @param step the step
 */
export function keyIn({ intent }: HistoryStep): string | undefined {
  if (intent.kind === 'connect' || intent.kind === 'list' || intent.kind === 'wait') return undefined;
  if (intent.kind === 'request') return /^\/\w+\/\$\{([\w-]+)\.id\}$/.exec(intent.target)?.[1];
  return intent.kind === 'create' ? intent.object.key : intent.object;
}

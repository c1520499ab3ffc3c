import type { CheckId } from '../../check/check-id.js';

/** Why something cannot be judged: a symptom that was noted before, named by its number. */
export interface Cause {
  /** Number of the symptom within the run. */
  readonly id: number;
  /** The checks that may be the reason, the most specific last. */
  readonly candidates: readonly CheckId[];
}

import type { CutBy } from './event.js';

/**
 * Whether something that a client needs was shown to work, was shown not to, or was not looked at to the end; `not-provisioned`:
 * the target does not offer it, and need not, so that the client does without.
 */
export type Proof = 'proven' | 'disproven' | 'not-tested' | 'not-provisioned';

/** How many plays of scenarios ended in which way; a scenario that two dialects play counts twice. */
export interface ScenarioCounts {
  /** Those that the run was to play. */
  readonly planned: number;
  readonly passed: number;
  readonly failed: number;
  readonly blocked: number;
  /** Those that do not concern this client or target; they are none of the planned ones unless all their steps were skipped. */
  readonly skipped: number;
  /** Planned ones that the run did not come to, or left in the middle. */
  readonly unfinished: number;
}

/** Why scenarios were not played to their end. */
export interface Unplayed {
  readonly status: 'blocked' | 'skipped' | 'unfinished';
  readonly reason: string;
  /** Scenario ids, each once. */
  readonly scenarios: readonly string[];
  /** Of a blocked one: why, where nothing that was found is the reason. */
  readonly cut?: CutBy;
}

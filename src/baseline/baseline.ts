import type { Capability } from '../event/capability.js';
import type { Position } from '../yaml/position.js';

/** A finding that a team has decided to live with for now. */
export interface BaselineEntry {
  readonly check: string;
  /** A family, for all of its dialects, or one dialect. */
  readonly client: string;
  /** Ids, folders or patterns of the scenarios in which it may be seen; empty: outside the scenarios. */
  readonly scenarios: readonly string[];
  /** The target path that it is about; absent: it is about none. */
  readonly attribute?: string;
  readonly reason: string;
  /** The last day on which it is accepted, in UTC: `2027-01-31`. */
  readonly expires?: string;
  readonly link?: string;
  readonly source: Position;
}

/** How much of a dialect was played, and what that has shown. */
export interface KnownCoverage {
  /** Plays of scenarios that were not skipped. */
  readonly scenarios: number;
  readonly proven: readonly Capability[];
}

/** The findings that a team has accepted, and what was shown when it did. */
export interface Baseline {
  readonly entries: readonly BaselineEntry[];
  /** By dialect. */
  readonly coverage: ReadonlyMap<string, KnownCoverage>;
}

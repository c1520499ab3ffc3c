import type { Dialect } from '../client/client.js';
import type { Position } from '../yaml/position.js';
import type { Capability } from './capability.js';

/** What the findings that a team has accepted (`--baseline`) make of a run. */
export interface BaselineEvent {
  readonly type: 'baseline';
  /** As the user knows the file. */
  readonly file: string;
  /** Findings that it accepts wherever they were seen. */
  readonly known: readonly KnownFinding[];
  /** Capabilities that were not proven when it was written, and still are not. */
  readonly unproven: readonly { readonly dialect: Dialect; readonly capabilities: readonly Capability[] }[];
  /** What makes the run fail: the file and the target do not agree. */
  readonly problems: readonly BaselineProblem[];
}

export interface KnownFinding {
  /** Its id. */
  readonly finding: string;
  readonly reason: string;
  /** The last day on which it is accepted: `2027-01-31`. */
  readonly expires?: string;
  readonly link?: string;
  /** The entry. */
  readonly source: Position;
}

/**
 * `new`: an error that no entry accepts; `expired`: an entry whose last day is over; `stale`: an entry of what was not seen;
 * `lost`: less was shown than before; `not-updated`: the file could not be written anew.
 */
export interface BaselineProblem {
  readonly kind: 'new' | 'expired' | 'stale' | 'lost' | 'not-updated';
  readonly message: string;
  /** The entry that it is about. */
  readonly source?: Position;
  /** The finding that it is about. */
  readonly finding?: string;
}

import type { Severity } from '../check/check.js';
import type { Dialect } from '../client/client.js';

/** What an exploration tells besides what every run tells. */
export type ExploreEvent = ExploreProgress | ExploreFault | ExploreFinished;

/** How far an exploration has come under one client (`scim-check explore`). */
export interface ExploreProgress {
  readonly type: 'explore-progress';
  readonly dialect: Dialect;
  /** Histories that were played. */
  readonly histories: number;
  /** Of the pairs of operation, attribute, shape of value and state of resource that there are, those that were visited. */
  readonly visited: number;
  readonly pairs: number;
  readonly faults: number;
  /** What it does now, in a few words. */
  readonly doing: string;
}

/** A fault that an exploration has found, with the shortest history that shows it. Its finding names the same scenario. */
export interface ExploreFault {
  readonly type: 'explore-fault';
  readonly dialect: Dialect;
  readonly scenario: string;
  /** What explains it, with all that was known by then; the finding at the end may name another check. */
  readonly check: string;
  readonly title: string;
  readonly severity: Severity;
  /** What happens, a sentence for each step. */
  readonly steps: readonly string[];
  readonly expected: string;
  readonly received: string;
  /** How many steps the history had in which it was found. */
  readonly foundIn: number;
  /** How often the history was played again to make it shorter. */
  readonly replays: number;
  /** How often it failed of so many plays that it was given in the end. */
  readonly failed: number;
  readonly plays: number;
  /** The time was up before it was as short as it gets. */
  readonly unfinished?: boolean;
  /** The last step went well earlier in the run, and has failed each time since: something before it has broken it for good. */
  readonly lasting?: boolean;
  /** Where the scenario was written to. */
  readonly file?: string;
}

/** The end of an exploration under one client. */
export interface ExploreFinished {
  readonly type: 'explore-finished';
  readonly dialect: Dialect;
  readonly histories: number;
  readonly visited: number;
  readonly pairs: number;
  readonly faults: number;
  /** Histories that could not be played to their end, and why the first of them could not. */
  readonly cut: number;
  readonly reason?: string;
  /** Why it ended before its time, or before all histories were played: less was tested than was asked for. */
  readonly stopped?: string;
  readonly seconds: number;
}

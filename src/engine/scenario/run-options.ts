import type { Clock } from '../../base/clock.js';
import type { Dialect } from '../../client/client.js';
import type { RunStarted } from '../../event/event.js';
import type { Target } from '../../http/target.js';
import type { Transport } from '../../http/transport.js';
import type { Mapping } from '../../mapping/mapping.js';
import type { Scenario } from '../../scenario/scenario.js';

/** Where else on the target's origin the endpoint was looked for. */
export interface OtherBase {
  /** Paths that were asked for. */
  readonly asked: readonly string[];
  /** The base URL that shows users; absent: none does. */
  readonly found?: string;
}

/** All that a run needs, put together by the command line or by the library's entry. */
export interface RunOptions {
  readonly target: Target;
  /** Sends the requests; the caller closes it. */
  readonly transport: Transport;
  /** Passes the time: waits, deadlines, and the times that events tell. */
  readonly clock: Clock;
  readonly dialects: readonly Dialect[];
  readonly scenarios: readonly Scenario[];
  /** They were named one by one: what the others would show is left out on purpose. */
  readonly selected?: boolean;
  /** Options of the command line that a repetition needs besides, for reports. */
  readonly command?: readonly string[];
  /** Absent: derived from what the target advertises. */
  readonly mapping?: Mapping;
  /** Scenarios of one client played at the same time. */
  readonly jobs: number;
  /** Equal seeds make equal people. */
  readonly seed: number;
  /** Milliseconds that the whole run may take, clean-up excepted. */
  readonly deadlineMs: number;
  /** When all is to be over, clean-up included, in milliseconds since 1970; absent: the clean-up takes the time that it takes. */
  readonly until?: number;
  /** Directory of the ledgers; absent: nothing is written to disk (dry run). */
  readonly ledgerDirectory?: string;
  readonly version: string;
  readonly runId: string;
  /** Looks for the endpoint elsewhere on the target's origin, where there is none at the base URL. */
  readonly otherBase?: () => Promise<OtherBase>;
  /** What to look at when the target refuses the credential: a sentence. */
  readonly credentialAdvice?: string;
  /** What the way to the target depends on, for the head of a report: configuration file, proxy, authorities. */
  readonly setup?: NonNullable<RunStarted['setup']>;
  /** Mail domain of the synthetic people. */
  readonly domain: string;
  /** Told of every secret that the run makes up (placeholder passwords), before it is used. */
  readonly onSecret?: (secret: string) => void;
  /** Takes secrets out of text that goes into the ledger. */
  readonly redact?: (text: string) => string;
}

/** The part of a limited time that is left to the clean-up at least, and the most of it, in milliseconds: what is there is removed all along. */
const FOR_CLEAN_UP = 0.1;
const MOST_FOR_CLEAN_UP = 20_000;

/**
 * When what is under way is given up, so that there is time to remove what was created.
 *
 * @param started when the run began, in milliseconds since 1970
 * @param until when all is to be over
 */
export function playsUntil(started: number, until: number): number {
  return until - Math.min((until - started) * FOR_CLEAN_UP, MOST_FOR_CLEAN_UP);
}

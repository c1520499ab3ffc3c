import type { Clock } from '../../base/clock.js';
import type { CompareContext } from '../compare/compare-context.js';
import type { Patience } from '../compare/patience.js';
import type { ExchangeContext } from '../exchange/exchange-context.js';
import type { LookUps } from '../judge/look-ups.js';
import type { RunLog } from '../judge/run-log.js';
import type { Trials } from '../judge/trials.js';

/** What all scenarios of a run share. */
export interface RunContext extends ExchangeContext, CompareContext {
  readonly clock: Clock;
  /** When the run began, in milliseconds since 1970. */
  readonly startedAt: number;
  /** Aborts when the run is to end: who waits stops waiting. */
  readonly ended: AbortSignal;
  readonly log: RunLog;
  readonly madeUpIds: Set<string>;
  readonly onSecret: (secret: string) => void;
  /** How long a target is waited for that is slow to show a write. */
  readonly patience: Patience;
  /** Since when look-ups break down. */
  readonly lookUps: LookUps;
  /** What it spends on asking why writes were refused. */
  readonly trials: Trials;
  /** Requests in a scenario's own words are what the client sends, too: what holds for them holds. */
  readonly ownWordsHold?: true;
}

/** What makes the people of a run, and the ids that it makes up. */
export interface RunIdentity {
  /** Equal seeds make equal people. */
  readonly seed: number;
  /** Mail domain of the synthetic people. */
  readonly domain: string;
}

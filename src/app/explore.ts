import { systemClock } from '../base/clock.js';
import { flagged, UsageError } from '../config/usage-error.js';
import { duration, number } from '../config/values.js';
import { explorer } from '../explore/explore.js';
import type { ExploreSettings } from '../explore/settings.js';
import type { Played } from './run-plan.js';

/** How long an exploration lasts. */
export interface ExploreLimits extends Pick<ExploreSettings, 'histories'> {
  /** How long it may take under all clients together, clean-up included, in milliseconds; absent: as long as the histories take. */
  readonly budgetMs?: number;
}

/** More histories than anybody waits for. */
const MOST_HISTORIES = 1_000_000;

/**
 * Reads the options that end an exploration.
 *
 * @param given as they were typed
 * @param standard the budget where neither is given
 * @param deadline of the run, in minutes
 * @throws UsageError for values that are not right, and for both at once
 */
export function exploreLimits(
  given: { readonly budget: string | undefined; readonly histories: string | undefined },
  standard: string,
  deadline: number,
): ExploreLimits {
  const { budget, histories } = given;
  if (budget !== undefined && histories !== undefined)
    throw new UsageError(
      'both --budget and --histories are given',
      'The one ends with the time, the other with the number: leave one out.',
    );
  if (histories !== undefined) return { histories: flagged('--histories', () => number(1, MOST_HISTORIES, true)(histories)) };
  const budgetMs = flagged('--budget', () => duration(budget ?? standard));
  if (budgetMs > deadline * 60_000)
    throw new UsageError(`flag --budget: it is longer than the deadline of ${deadline} minutes`, 'A longer one: --deadline MINUTES.');
  return { budgetMs };
}

/**
 * What plays histories in place of scenarios. The time counts from now on.
 *
 * @param settings how it is made, and when it ends
 */
export function explorePlayer({ budgetMs, ...settings }: ExploreSettings & ExploreLimits): Played {
  const until = budgetMs === undefined ? {} : { until: systemClock().now() + budgetMs };
  return { play: explorer(settings), ...until, unusable: async () => [] };
}

import type { BaselineProblem, RunFinished } from '../event/event.js';
import type { Verdict, VerdictKind } from '../event/verdict.js';
import type { Style } from './layout.js';
import type { ClientRecord, RunRecord } from './record.js';
import { countOf, durationOf } from './words.js';

/** Why a run ended before its plan did. */
export const ABORTED: Readonly<Record<NonNullable<RunFinished['aborted']>['kind'], string>> = {
  interrupted: 'The run was interrupted',
  unusable: 'The target cannot be tested',
  throttled: 'The target throttles',
  lost: 'The target is lost',
  deadline: 'The run took too long',
  ledger: 'What is created could not be written down',
  internal: 'scim-check itself failed',
};

/** Where a run and its baseline do not agree. */
export const BASELINE_PROBLEMS: Readonly<Record<BaselineProblem['kind'], string>> = {
  new: 'not accepted',
  expired: 'accepted no longer',
  stale: 'not seen any more',
  lost: 'shown before, and not now',
  'not-updated': 'not written anew',
};

/** A verdict in words, with its mark. */
export const VERDICTS: Readonly<Record<VerdictKind, readonly [words: string, style: Style]>> = {
  ready: ['✓ ready', 'good'],
  'ready-with-warnings': ['! ready with warnings', 'warn'],
  'ready-except-known': ['! ready except', 'warn'],
  'not-ready': ['✗ not ready', 'bad'],
  incomplete: ['! incomplete', 'warn'],
  'not-tested': ['- not tested', 'dim'],
};

/**
 * A verdict in words: `! ready except 3 known defects until 2027-01-31`. What a baseline accepts is never told as ready.
 *
 * @param verdict the verdict
 */
export function verdictWords({ verdict, known }: Pick<Verdict, 'verdict' | 'known'>): string {
  const [words] = VERDICTS[verdict];
  if (verdict !== 'ready-except-known' || known === undefined) return words;
  const { defects, until, unproven } = known;
  if (defects > 0) return `${words} ${countOf(defects, 'known defect')}${until === undefined ? '' : ` until ${until}`}`;
  return `${words} ${unproven.length === 1 ? 'one capability that was' : `${unproven.length} capabilities that were`} not proven`;
}

/**
 * What a verdict is made of: `2 blocking defects, 1 warning`. What several dialects meet counts as one.
 *
 * @param verdict the verdict
 */
export function countsOf({ errors, warnings, known, coverage: { capabilities } }: Verdict): string {
  const parts = errors > 0 ? [countOf(errors, 'blocking defect')] : [];
  if (errors > 0 && known !== undefined && known.defects > 0) parts.push(`${known.defects} known`);
  if (warnings > 0) parts.push(countOf(warnings, 'warning'));
  const proven = capabilities.filter((each) => each.status === 'proven').length;
  if (errors === 0 && capabilities.length > 0) parts.push(`${proven} of ${capabilities.length} capabilities proven`);
  return parts.join(', ');
}

/**
 * `129 requests + 69 reads, 7.0 s`: what the client sent, and what scim-check read itself.
 *
 * @param sent its numbers of requests
 * @param seconds how long it took; undefined where it did not come to its end
 */
export function costOf(sent: Pick<ClientRecord, 'requests' | 'ownRequests'>, seconds: number | undefined): string {
  const own = sent.ownRequests === 0 ? '' : ` + ${countOf(sent.ownRequests, 'read')}`;
  const requests = `${countOf(sent.requests - sent.ownRequests, 'request')}${own}`;
  return seconds === undefined ? requests : `${requests}, ${durationOf(seconds)}`;
}

/**
 * The same for all dialects of a client.
 *
 * @param run the run
 * @param verdict of the client
 */
export function familyCost(run: RunRecord, verdict: Verdict): string {
  const clients = [...run.clients.values()].filter((each) => each.family === verdict.client);
  const seconds = clients.map((each) => each.seconds);
  const total = seconds.reduce((sum: number | undefined, each) => (sum === undefined || each === undefined ? undefined : sum + each), 0);
  return costOf(
    {
      requests: clients.reduce((sum, each) => sum + each.requests, 0),
      ownRequests: clients.reduce((sum, each) => sum + each.ownRequests, 0),
    },
    total,
  );
}

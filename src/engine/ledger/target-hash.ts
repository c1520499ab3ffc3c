import { createHash } from 'node:crypto';
import type { Target } from '../../http/target.js';
import type { LedgerRun } from './ledger-entry.js';

/**
 * Tells base URLs apart without keeping their query, which may hold secrets: `?tenant=a` is another target than `?tenant=b`.
 *
 * @param target the target
 * @param runId makes the hashes of two runs differ
 * @returns 32 hexadecimal digits
 */
export function targetHash({ base, query }: Target, runId: string): string {
  return createHash('sha256').update([runId, base, query].join('\n')).digest('hex').slice(0, 32);
}

/**
 * Whether a ledger was written for a target. Older ledgers say no more than what may be printed, which hides the query.
 *
 * @param run the ledger's first line
 * @param target the target
 */
export function isAbout(run: LedgerRun, target: Target): boolean {
  return run.targetHash === undefined
    ? target.query === '' && run.target === target.display
    : run.targetHash === targetHash(target, run.runId);
}

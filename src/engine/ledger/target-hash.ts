import { createHash } from 'node:crypto';
import type { Target } from '../../http/target.js';

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

import type { Clock } from '../../base/clock.js';
import { ownRequest } from '../../client/own.js';
import { isNotThere } from '../../scim/message.js';
import type { Wire } from '../exchange/wire.js';
import type { LedgerEntry } from '../ledger/ledger-entry.js';

/** The waits between looks at what was deleted, in milliseconds: together they outlast reads that are five seconds behind. */
export const WAITS: readonly number[] = [1000, 2000, 3000];

/**
 * Looks again for resources whose deletion was answered as a success, and that could still be read: a target may be slow to show
 * what it has done. All are waited for together.
 *
 * @param wire sends the requests
 * @param lingering the entries, each with the path at which it could be read
 * @param clock passes the time
 * @param time `limit` ends one look, `signal` all of them
 * @returns those that are gone now
 */
export async function goneLater(
  wire: Wire,
  lingering: ReadonlyMap<LedgerEntry, string>,
  clock: Clock,
  { limit, signal }: { readonly limit: () => AbortSignal; readonly signal: AbortSignal | undefined },
): Promise<readonly LedgerEntry[]> {
  const open = new Map(lingering);
  for (const wait of open.size === 0 ? [] : WAITS) {
    if (open.size === 0 || !(await clock.sleep(wait, signal))) break;
    for (const [entry, target] of open) {
      const request = ownRequest({ method: 'GET', target, purpose: 'cleanup', resourceType: entry.resourceType });
      const looked = await wire.send(request, { dialect: entry.dialect }, { signal: limit() });
      if (looked.ok && isNotThere(looked.response.status)) open.delete(entry);
      // One that is still there says enough of the others.
      else break;
    }
  }
  return [...lingering.keys()].filter((entry) => !open.has(entry));
}

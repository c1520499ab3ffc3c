import type { Ledger } from '../ledger/ledger.js';

/** Refusals that some servers give after they have stored the resource. */
const DOUBTFUL: ReadonlySet<number> = new Set([400, 408, 409, 422]);

/**
 * Says in the ledger that a creation was refused. A server error may have come after the resource was stored, so its entry stays
 * open; so does one of a refusal that servers are known to give too late. The clean-up looks both up by name.
 *
 * @param ledger the run's ledger
 * @param entry the creation's line
 * @param status the answer's status, which is no success
 */
export async function noteRefusedCreation(ledger: Ledger, entry: number, status: number): Promise<void> {
  // 501 says that the target has no way to make such a resource.
  if (status === 501) return await ledger.deleted(entry);
  if (status < 400 || status >= 500) return;
  if (DOUBTFUL.has(status)) await ledger.refused(entry, status);
  else await ledger.deleted(entry);
}

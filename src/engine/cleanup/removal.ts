import { resourcePath } from '../../client/encode.js';
import { ownRequest } from '../../client/own.js';
import type { Json } from '../../scim/json.js';
import { isNotThere, type ResourceType, type ScimRequest } from '../../scim/message.js';
import { PATCH_OP_URN } from '../../scim/urn.js';
import type { Wire } from '../exchange/wire.js';
import type { LedgerEntry } from '../ledger/ledger-entry.js';
import { isShownGone, locate, NOT_SCIM, saysNothing } from './locate.js';

/**
 * What became of an entry: it is gone, it never was there, or why it is still there; `silent`: no answer came; `passing`: the
 * answer says nothing of the resource, and another attempt may fare better; `lingers`: the path at which it can be read although
 * its deletion was answered as a success.
 */
export type Removal =
  | 'gone'
  | 'never'
  | {
      readonly reason: string;
      readonly unsupported?: boolean;
      readonly silent?: boolean;
      readonly passing?: boolean;
      readonly lingers?: string;
    };

export const NOT_OURS: Removal = { reason: 'its name is not one that scim-check makes up: look at it, and remove it by hand' };

export const NO_TIME: Removal = { reason: 'not tried: the time was up', silent: true };

export const NOT_TRIED: Removal = { reason: 'not tried: the target has stopped answering', silent: true };

/** So a target answers that deletes only what nobody uses any more. */
const MAYBE_TOO_EARLY: ReadonlySet<number> = new Set([400, 403, 409, 422]);

/** Some delete only people who are disabled, and groups that are empty. */
const BEFORE_DELETION: Readonly<Record<ResourceType, Json>> = {
  User: { op: 'replace', path: 'active', value: false },
  Group: { op: 'remove', path: 'members' },
};

/**
 * Looks at the resource of an entry, and removes it when it is the run's own.
 *
 * @param wire sends the requests
 * @param entry the ledger's entry
 * @param isScim whether the target answers as SCIM at all
 * @param signal ends it
 */
export async function removeEntry(wire: Wire, entry: LedgerEntry, isScim: () => Promise<boolean>, signal: AbortSignal): Promise<Removal> {
  const at = { dialect: entry.dialect };
  const { resourceType } = entry;
  const plain = (method: 'GET' | 'DELETE', target: string): ScimRequest => ownRequest({ method, target, purpose: 'cleanup', resourceType });
  const place = await locate(wire, entry, isScim, signal);
  if (place === 'gone' || place === 'never' || 'reason' in place) return place;
  const path = resourcePath(resourceType, place.id);
  let removed = await wire.send(plain('DELETE', path), at, { signal });
  if (removed.ok && (removed.response.status === 428 || removed.response.status === 412)) {
    // The target wants to know which version is meant (RFC 6585 §3): the one that was looked at.
    const request = plain('DELETE', path);
    removed = await wire.send({ ...request, headers: [...request.headers, ['If-Match', place.version ?? '*']] }, at, { signal });
  }
  if (removed.ok && MAYBE_TOO_EARLY.has(removed.response.status)) {
    const body = { schemas: [PATCH_OP_URN], Operations: [BEFORE_DELETION[resourceType]] };
    const prepared = await wire.send(ownRequest({ method: 'PATCH', target: path, purpose: 'cleanup', resourceType, body }), at, { signal });
    if (prepared.ok && prepared.response.status < 300) removed = await wire.send(plain('DELETE', path), at, { signal });
  }
  if (!removed.ok) return { reason: removed.failure.message, silent: true };
  // A 404 may mean that nobody serves DELETE there.
  const check = await wire.send(plain('GET', path), at, { signal });
  if (!check.ok) return { reason: check.failure.message, silent: true };
  const { status } = check.response;
  if (isNotThere(status))
    // Something else may have taken the target's place since it showed the resource.
    return removed.response.status < 300 || (await isScim()) ? 'gone' : NOT_SCIM;
  if (removed.response.status < 300 && (await isShownGone(wire, entry, status, signal))) return 'gone';
  const seen = status === 200 ? 'the resource can still be read (200)' : `whether it is gone is not known (GET: ${status})`;
  const reason = `DELETE was answered ${removed.response.status}, and ${seen}`;
  if (saysNothing(removed.response.status) || saysNothing(status)) return { reason, passing: true };
  if (removed.response.status < 300 && status === 200) return { reason, lingers: path };
  return removed.response.status === 405 || removed.response.status === 501 ? { reason, unsupported: true } : { reason };
}

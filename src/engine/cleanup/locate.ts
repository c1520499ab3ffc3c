import { defined } from '../../base/defined.js';
import { heldSecret } from '../../base/redacted.js';
import { percentEncode, quoted, resourcePath } from '../../client/encode.js';
import { ownRequest } from '../../client/own.js';
import { isObject } from '../../scim/json.js';
import { headerOf, isNotThere, type ScimRequest } from '../../scim/message.js';
import { readList, speaksScim } from '../../scim/read.js';
import type { Wire } from '../exchange/wire.js';
import type { LedgerEntry } from '../ledger/ledger-entry.js';
import { isUsableId, ownershipOf, tracesOfEntry } from '../state/ownership.js';
import { findByName, SECRET_IN_ID } from './find-by-name.js';

/** Where a resource of the run is, and in which version; that there is none; or why it is not touched. */
export type Place =
  | { readonly id: string; readonly version?: string }
  | 'gone'
  | 'never'
  | { readonly reason: string; readonly silent?: boolean; readonly passing?: boolean };

/**
 * Looks for the resource of a ledger's entry, and makes sure that it is the run's own.
 *
 * @param wire sends the requests
 * @param entry the entry
 * @param isScim whether the target answers as SCIM at all: a gateway's 404 does not say that a resource is gone
 * @param signal ends the search
 */
export async function locate(wire: Wire, entry: LedgerEntry, isScim: () => Promise<boolean>, signal: AbortSignal): Promise<Place> {
  const { id } = entry;
  if (id === undefined) {
    const found = await findByName(wire, entry, signal);
    if (found === 'never') return (await isScim()) ? found : NOT_SCIM;
    return 'id' in found ? await seen(wire, entry, found.id, signal) : found;
  }
  if (heldSecret(id)) return SECRET_IN_ID;
  if (!isUsableId(id)) return { reason: `its id ${JSON.stringify(id)} cannot stand in a path` };
  const place = await look(wire, entry, id, signal);
  if (place !== 'gone' && place !== ANOTHERS) return place;
  // A target may have given it another id since, or a wrong one from the beginning.
  const found = entry.name === '' ? 'never' : await findByName(wire, entry, signal);
  if (typeof found === 'object' && 'id' in found && found.id !== id) return await seen(wire, entry, found.id, signal);
  if (place === ANOTHERS) return place;
  return (await isScim()) ? 'gone' : NOT_SCIM;
}

/** What a list shows is looked at as well: a list may show somebody under a name of the run. */
async function seen(wire: Wire, entry: LedgerEntry, id: string, signal: AbortSignal): Promise<Place> {
  const place = await look(wire, entry, id, signal);
  return place === 'gone' ? { id } : place;
}

/** Looks at what an id leads to. */
async function look(wire: Wire, entry: LedgerEntry, id: string, signal: AbortSignal): Promise<Exclude<Place, 'never'>> {
  const target = resourcePath(entry.resourceType, id);
  const request: ScimRequest = ownRequest({ method: 'GET', target, purpose: 'cleanup', resourceType: entry.resourceType });
  const looked = await wire.send(request, { dialect: entry.dialect }, { signal });
  if (!looked.ok) return { reason: looked.failure.message, silent: true };
  const { status, body, headers, unread } = looked.response;
  if (isNotThere(status)) return 'gone';
  const ownership = status === 200 && isObject(body) ? ownershipOf(body, tracesOfEntry(entry)) : 'unclear';
  const version = headerOf(headers, 'etag');
  if (ownership === 'ours') return { id, ...defined({ version }) };
  if (ownership === 'another') return ANOTHERS;
  // Reads by id may be broken where the list is not.
  const found = entry.name === '' ? undefined : await findByName(wire, entry, signal);
  if (typeof found === 'object' && 'id' in found && found.id === id) return { id };
  if (entry.removed === true && (await isShownGone(wire, entry, status, signal))) return 'gone';
  if (unread !== undefined) return { reason: `whose it is could not be seen, so it is not touched: ${unread}` };
  const reason = `GET was answered ${status}, and nothing shows that the resource is the run's own: it is not touched`;
  return { reason, passing: saysNothing(status) };
}

/**
 * Whether a resource whose deletion was answered with success is shown to be gone although a read by its id is answered neither so
 * nor with the resource: some break down at what is not there. Then it must be missing from the look-up by name and from the whole
 * list, too.
 *
 * @param wire sends the requests
 * @param entry the ledger's entry
 * @param status how the read by its id was answered
 * @param signal ends the search
 */
export async function isShownGone(wire: Wire, entry: LedgerEntry, status: number, signal: AbortSignal): Promise<boolean> {
  const tellsOfResource = status === 500 || (status >= 400 && !saysNothing(status));
  return tellsOfResource && entry.name !== '' && (await findByName(wire, { ...entry, answered: true }, signal)) === 'never';
}

/** Whether an answer tells of the server rather than of the resource: the next one may tell more. */
export function saysNothing(status: number): boolean {
  return status === 401 || status === 408 || status === 409 || status === 423 || status === 429 || (status >= 500 && status !== 501);
}

const ANOTHERS = { reason: 'its id belongs to another resource now, which is not touched' } as const;

export const NOT_SCIM = {
  reason: 'the target no longer answers as a SCIM server, so its 404 does not say that the resource is gone',
} as const;

/**
 * Whether the target answers a search as a SCIM server does.
 *
 * @param wire sends the requests
 * @param signal ends them
 */
export async function answersAsScim(wire: Wire, signal: AbortSignal): Promise<boolean> {
  const filter = percentEncode(`userName eq ${quoted('scim-check')}`);
  for (const target of [`/Users?filter=${filter}`, '/Users?count=1', '/ServiceProviderConfig']) {
    const answer = await wire.send(ownRequest({ method: 'GET', target, purpose: 'cleanup' }), { dialect: 'rfc' }, { signal });
    if (!answer.ok || answer.response.status !== 200) continue;
    const { body } = answer.response;
    if (target.startsWith('/Users') ? readList(body) !== undefined : speaksScim(body)) return true;
  }
  return false;
}

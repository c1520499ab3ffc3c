import { heldSecret } from '../../base/redacted.js';
import { nameAttribute } from '../../client/conversation-helpers.js';
import { percentEncode, quoted } from '../../client/encode.js';
import { ownRequest } from '../../client/own.js';
import { getMember, type JsonObject } from '../../scim/json.js';
import { ENDPOINTS, type ScimRequest } from '../../scim/message.js';
import { type ListRead, readList } from '../../scim/read.js';
import { valueAt } from '../../scim/resource.js';
import type { Wire } from '../exchange/wire.js';
import type { LedgerEntry } from '../ledger/ledger-entry.js';
import { isMadeUp } from '../ledger/trust.js';
import { ownershipOf } from '../state/ownership.js';

/** A list is searched no further than this. */
const MOST_PAGES = 100;
const PAGE_SIZE = 100;

/** A resource whose id is not known: where it is, that there is none, or why nobody can say. */
export type FoundByName = { readonly id: string } | 'never' | { readonly reason: string };

/**
 * Looks for a resource whose creation showed no id. A filter that finds nothing is believed only of a creation that may never
 * have happened: after a success, the resource must be missing from the whole list as well, because there are names that a
 * target cannot find (`+`, quotes).
 *
 * @param wire sends the requests
 * @param entry the ledger's entry
 * @param signal ends the search
 */
export async function findByName(wire: Wire, entry: LedgerEntry, signal: AbortSignal): Promise<FoundByName> {
  const attribute = nameAttribute(entry.resourceType);
  const filter = percentEncode(`${attribute} eq ${quoted(entry.name)}`);
  const found = await page(wire, entry, `filter=${filter}`, signal);
  if (found === 'never' && entry.answered !== true) return 'never';
  if (typeof found === 'object' && 'reason' in found && entry.answered !== true) {
    // A target without filters has lists all the same.
    const listed = found.isDeclined === true ? await findInList(wire, entry, signal) : found;
    return typeof listed === 'object' && 'reason' in listed ? { reason: found.reason } : listed;
  }
  const listed = typeof found === 'object' && 'resources' in found ? hitIn(found.resources, entry) : 'none';
  if (listed !== 'none') return listed;
  return entry.answered === true ? await findInList(wire, entry, signal) : 'never';
}

async function findInList(wire: Wire, entry: LedgerEntry, signal: AbortSignal): Promise<FoundByName> {
  let read = 0;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const list = await page(wire, entry, `startIndex=${read + 1}&count=${PAGE_SIZE}`, signal);
    if (list === 'never' || 'reason' in list) break;
    const hit = hitIn(list.resources, entry);
    if (hit !== 'none') return hit;
    read += list.resources.length;
    if (read >= (list.total ?? Number.POSITIVE_INFINITY)) return 'never';
    if (list.resources.length === 0) break;
  }
  return { reason: 'its creation was answered with success and no id, and neither a filter nor the list finds it' };
}

async function page(
  wire: Wire,
  entry: LedgerEntry,
  query: string,
  signal: AbortSignal,
): Promise<ListRead | 'never' | { readonly reason: string; readonly isDeclined?: boolean }> {
  const request: ScimRequest = ownRequest({
    method: 'GET',
    target: `${ENDPOINTS[entry.resourceType]}?${query}`,
    purpose: 'cleanup',
    resourceType: entry.resourceType,
  });
  const found = await wire.send(request, { dialect: entry.dialect }, { signal });
  if (!found.ok) return { reason: found.failure.message };
  if (found.response.status === 404) return 'never';
  const list = found.response.status === 200 ? readList(found.response.body) : undefined;
  const { status } = found.response;
  const { unread } = found.response;
  if (unread !== undefined) return { reason: `the look-up by name was not read: ${unread}` };
  return list ?? { reason: `the look-up by name was answered ${status}`, isDeclined: [400, 403, 501].includes(status) };
}

/** The one resource with the entry's name, in its letter case where several differ in nothing else. */
function hitIn(resources: readonly JsonObject[], entry: LedgerEntry): FoundByName | 'none' {
  const nameOf = (resource: JsonObject): string => String(valueAt(resource, nameAttribute(entry.resourceType)));
  const alike = resources.filter((resource) => nameOf(resource).toLowerCase() === entry.name.toLowerCase());
  const exact = alike.length > 1 ? alike.filter((resource) => nameOf(resource) === entry.name) : [];
  const [hit, another] = exact.length > 0 ? exact : alike;
  if (hit === undefined) return 'none';
  if (entry.refused === 409)
    return {
      reason: 'its creation was answered 409, and a resource of its name is there: whose it is nobody can tell, so it is not touched',
    };
  // A name that people have, too, proves nothing.
  if (!isMadeUp(entry) && ownershipOf(hit, { type: entry.resourceType, names: [], others: entry.traces ?? [] }) !== 'ours')
    return { reason: 'a resource of its name is there, and nothing shows that the run made it: it is not touched' };
  const id = another === undefined ? getMember(hit, 'id') : undefined;
  if (typeof id === 'string' && heldSecret(id)) return { reason: 'the target put a secret of this run into its id, which is not sent' };
  if (typeof id === 'string' || typeof id === 'number') return { id: String(id) };
  return { reason: 'its id is not known, and the look-up by name is ambiguous' };
}

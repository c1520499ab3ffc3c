import { plainText } from '../../base/plain-text.js';
import { heldSecret } from '../../base/redacted.js';
import { percentEncode, quoted, resourcePath } from '../../client/encode.js';
import { ownRequest } from '../../client/own.js';
import { getMember, type JsonObject } from '../../scim/json.js';
import { ENDPOINTS, isNotThere, nameAttribute, type ScimRequest } from '../../scim/message.js';
import { type ListRead, readList } from '../../scim/read.js';
import { valueAt } from '../../scim/resource.js';
import type { Wire } from '../exchange/wire.js';
import type { LedgerEntry } from '../ledger/ledger-entry.js';
import { isUsableId, ownershipOf, tracesOfEntry } from '../state/ownership.js';

/** A list is searched no further than this. */
const MOST_PAGES = 100;
const PAGE_SIZE = 100;

export const SECRET_IN_ID = { reason: 'the target put a secret of this run into its id, which is not sent' } as const;

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
  let failed: Failed | undefined;
  for (const name of namesOf(entry)) {
    const found = await page(wire, entry, `filter=${percentEncode(`${attribute} eq ${quoted(name)}`)}`, signal);
    if (found === 'never') continue;
    if ('reason' in found) {
      failed = found;
      break;
    }
    const hit = hitIn(await thereOf(wire, entry, found.resources, signal), entry);
    if (hit !== 'none') return hit;
  }
  if (entry.answered === true) return await findInList(wire, entry, signal);
  if (failed === undefined) return 'never';
  // A target without filters has lists all the same.
  const listed = failed.isDeclined === true ? await findInList(wire, entry, signal) : failed;
  return typeof listed === 'object' && 'reason' in listed ? { reason: failed.reason } : listed;
}

/** The names that a resource may have, the last one first; of many the first and the last. */
function namesOf({ name, names = [] }: LedgerEntry): readonly string[] {
  return [...new Set([...names.slice(-1), name])].filter((each) => each !== '');
}

async function findInList(wire: Wire, entry: LedgerEntry, signal: AbortSignal): Promise<FoundByName> {
  let read = 0;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const list = await page(wire, entry, `startIndex=${read + 1}&count=${PAGE_SIZE}`, signal);
    if (list === 'never' || 'reason' in list) break;
    const hit = hitIn(await thereOf(wire, entry, list.resources, signal), entry);
    if (hit !== 'none') return hit;
    read += list.resources.length;
    if (read >= (list.total ?? Number.POSITIVE_INFINITY)) return 'never';
    if (list.resources.length === 0) break;
  }
  return { reason: 'its creation was answered with success and no id, and neither a filter nor the list finds it' };
}

interface Failed {
  readonly reason: string;
  /** The target does not filter. */
  readonly isDeclined?: boolean;
}

async function page(wire: Wire, entry: LedgerEntry, query: string, signal: AbortSignal): Promise<ListRead | 'never' | Failed> {
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

/**
 * What may stand in the way of a name that was refused: a search may still show what the run has deleted a moment ago, and a read by
 * the id says whether it is there.
 */
async function thereOf(
  wire: Wire,
  entry: LedgerEntry,
  resources: readonly JsonObject[],
  signal: AbortSignal,
): Promise<readonly JsonObject[]> {
  if (entry.refused !== 409) return resources;
  const there: JsonObject[] = [];
  for (const resource of resources) {
    const id = getMember(resource, 'id');
    if (ownershipOf(resource, tracesOfEntry(entry)) !== 'ours') continue;
    if (typeof id !== 'string' || !isUsableId(id) || heldSecret(id) || !(await isGone(wire, entry, id, signal))) there.push(resource);
  }
  return there;
}

async function isGone(wire: Wire, { resourceType, dialect }: LedgerEntry, id: string, signal: AbortSignal): Promise<boolean> {
  const target = resourcePath(resourceType, id);
  const looked = await wire.send(ownRequest({ method: 'GET', target, purpose: 'cleanup', resourceType }), { dialect }, { signal });
  return looked.ok && isNotThere(looked.response.status);
}

/** The one resource that is the entry's own, with its name in its letter case where several differ in nothing else. */
function hitIn(resources: readonly JsonObject[], entry: LedgerEntry): FoundByName | 'none' {
  const nameOf = (resource: JsonObject): string => plainText(valueAt(resource, nameAttribute(entry.resourceType)));
  const alike = resources.filter((resource) => ownershipOf(resource, tracesOfEntry(entry)) === 'ours');
  const exact = alike.length > 1 ? alike.filter((resource) => nameOf(resource) === entry.name) : [];
  const [hit, another] = exact.length > 0 ? exact : alike;
  if (hit === undefined) return 'none';
  if (entry.refused === 409)
    return {
      reason: 'its creation was answered 409, and a resource of its name is there: whose it is nobody can tell, so it is not touched',
    };
  const id = another === undefined ? getMember(hit, 'id') : undefined;
  if (typeof id === 'string' && heldSecret(id)) return SECRET_IN_ID;
  if ((typeof id === 'string' || typeof id === 'number') && isUsableId(plainText(id))) return { id: plainText(id) };
  if (typeof id === 'string') return { reason: `its id ${JSON.stringify(id)} cannot stand in a path` };
  return { reason: 'its id is not known, and the look-up by name is ambiguous' };
}

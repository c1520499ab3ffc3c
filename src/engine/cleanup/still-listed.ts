import { plainText } from '../../base/plain-text.js';
import { ownRequest } from '../../client/own.js';
import { getMember, type JsonObject } from '../../scim/json.js';
import { ENDPOINTS, nameAttribute, type ResourceType } from '../../scim/message.js';
import { type ListRead, readList } from '../../scim/read.js';
import type { Wire } from '../exchange/wire.js';
import type { LedgerEntry } from '../ledger/ledger-entry.js';
import { ownWords } from '../ledger/trust.js';
import { ownershipOf, tracesOfEntry } from '../state/ownership.js';

/** Longer lists are not read: what they hold besides is nobody's business. */
const LONGEST = 500;
const PAGE_SIZE = 100;

/** Pages of fewer resources than were asked for are read, but no more of them than this. */
const MOST_PAGES = 25;

/** A resource of the run that a list still shows. */
export interface Listed {
  readonly entry: LedgerEntry;
  /** As it is shown: it may be one by which nothing can be asked, or empty. */
  readonly id: string;
}

/**
 * The resources of a run that the lists of a target show at its end: one that came back under another id, that was stored twice, or
 * that only its own address says is gone.
 *
 * @param wire sends the requests
 * @param made what the run has created
 * @param signal ends the search
 */
export async function stillListed(wire: Wire, made: readonly LedgerEntry[], signal: AbortSignal): Promise<readonly Listed[]> {
  const listed: Listed[] = [];
  for (const type of ['Group', 'User'] as const) {
    const ofType = made.filter((entry) => entry.resourceType === type);
    const [first] = ofType;
    if (first === undefined) continue;
    const suspects = suspectsIn(ofType);
    for (const resource of await wholeList(wire, type, first, signal)) {
      const id = getMember(resource, 'id');
      const entry = suspects(resource).find((each) => ownershipOf(resource, tracesOfEntry(each)) === 'ours');
      // A number is no id, and leads to the resource all the same.
      if (entry !== undefined) listed.push({ entry, id: typeof id === 'string' || typeof id === 'number' ? plainText(id) : '' });
    }
  }
  return listed;
}

/** A long run has made many thousands: only those are compared that have the name, something else that was sent, or a word of it, or none. */
function suspectsIn(made: readonly LedgerEntry[]): (resource: JsonObject) => readonly LedgerEntry[] {
  const byKey = new Map<string, LedgerEntry[]>();
  for (const entry of made)
    for (const key of new Set([entry.name, ...(entry.names ?? []), ...(entry.traces ?? [])].flatMap(keysOf))) {
      const suspects = byKey.get(key);
      if (suspects === undefined) byKey.set(key, [entry]);
      else suspects.push(entry);
    }
  return (resource) => {
    const name = getMember(resource, nameAttribute(made[0]?.resourceType ?? 'User'));
    return [...keysOf(typeof name === 'string' ? name : ''), ''].flatMap((key) => byKey.get(key) ?? []);
  };
}

function keysOf(name: string): string[] {
  return [name.trim().toLowerCase(), ...ownWords(name)];
}

/** All resources of a type, where there are not too many; what cannot be read is empty. */
async function wholeList(wire: Wire, type: ResourceType, { dialect }: LedgerEntry, signal: AbortSignal): Promise<JsonObject[]> {
  const resources: JsonObject[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const target = `${ENDPOINTS[type]}?startIndex=${resources.length + 1}&count=${PAGE_SIZE}`;
    const answer = await wire.send(ownRequest({ method: 'GET', target, purpose: 'cleanup', resourceType: type }), { dialect }, { signal });
    const list: ListRead | undefined = answer.ok && answer.response.status === 200 ? readList(answer.response.body) : undefined;
    if (list === undefined || (list.total ?? 0) > LONGEST) break;
    resources.push(...list.resources);
    if (list.resources.length === 0 || resources.length >= (list.total ?? LONGEST)) break;
  }
  return resources;
}

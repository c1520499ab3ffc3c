import { heldSecret } from '../../base/redacted.js';
import type { Observation } from '../../check/context.js';
import { show } from '../../check/show.js';
import { decodeSegment } from '../../scim/address.js';
import { BULK_ID, type BulkOperation, bulkStatus, readBulk, readBulkResults, withBulkIds } from '../../scim/bulk.js';
import { getMember, isObject, type JsonObject } from '../../scim/json.js';
import { addressedBy, markUnknown, type PlannedBulk, type PlannedBulkCreation } from '../exchange/bulk-request.js';
import type { OutcomeContext } from '../judge/outcome-context.js';
import { OwnedResource } from '../state/owned-resource.js';
import { ownershipOf, tracesOf } from '../state/ownership.js';
import { twinOfCreation } from '../state/twin.js';
import { noteRefusedCreation } from './refused-creation.js';

/**
 * Takes over what a bulk request created, deleted and changed, reads each resource back, and compares.
 *
 * @param context what it is judged with
 * @param observation the exchange
 * @param planned the creations that were written down, and when they were sent
 * @param exchange its number
 */
export async function judgeBulkOutcome(
  context: OutcomeContext,
  observation: Observation,
  { creations, sentAt }: PlannedBulk,
  exchange: string,
): Promise<void> {
  const { ledger, resources } = context.run;
  const { request, response } = observation;
  const results = readBulkResults(readBulk(request.body) ?? [], response.body) ?? [];
  const resultOf = (operation: BulkOperation): JsonObject | undefined =>
    results.find((each) => sameOperation(each.operation, operation))?.result;
  markUnknown(request, resources, (operation) => isUnclear(resultOf(operation)));
  const ids = new Map<string, string>();
  const touched: OwnedResource[] = [];
  for (const creation of creations) {
    const result = resultOf(creation.operation);
    const status = result === undefined ? undefined : bulkStatus(result);
    // What does not lead to the resource stays open in the ledger.
    if (status !== undefined) await noteRefusedCreation(ledger, creation.entry, status);
    const owned =
      result === undefined || status === undefined || status >= 300 ? undefined : await adopt(context, creation, result, sentAt);
    if (owned === undefined && status !== undefined && status < 300) await ledger.answered(creation.entry);
    if (owned === undefined) continue;
    if (creation.operation.bulkId !== undefined) ids.set(creation.operation.bulkId, owned.id);
    touched.push(owned);
  }
  // References can be followed only now that all ids are known.
  for (const owned of touched) {
    owned.resolveBulkIds(ids);
    // What it refers to was not found: how it must look is not known.
    if (JSON.stringify(owned.twin.resource).includes(`"${BULK_ID}`)) owned.markUnknown();
  }
  let differs = false;
  for (const { operation, result } of results) {
    const status = result === undefined ? undefined : bulkStatus(result);
    if (status !== undefined && status < 300) touched.push(...followed(context, operation, ids));
    else if (refersTo(operation, ids) && (status === 400 || status === 404 || status === 422)) {
      differs = true;
      const expected = `${operation.method} ${operation.path} is carried out: the operation that it refers to was`;
      context.log.report(['SC1906'], { expected, received: show(result), subject: 'refused' }, exchange);
    }
  }
  for (const owned of new Set(touched)) differs = (await compareOne(context, owned, exchange)) || differs;
  if (touched.length > 0 && !differs) context.log.confirm('SC1906');
}

/** Nothing is said of an operation, or that the target broke down at it, which it may have done after it was carried out. */
function isUnclear(result: JsonObject | undefined): boolean {
  return result === undefined || (bulkStatus(result) ?? 0) >= 500;
}

/** The resource that a result leads to, if it is the one that was to be created: a wrong location must not cost a stranger. */
async function adopt(
  { run, readBack }: OutcomeContext,
  creation: PlannedBulkCreation,
  result: JsonObject,
  sentAt: number,
): Promise<OwnedResource | undefined> {
  const id = idIn(result);
  const { type, name, entry } = creation;
  if (id === undefined || run.resources.find(type, id) !== undefined || run.resources.isStranger(type, id, sentAt)) return undefined;
  const owned = new OwnedResource({ key: name, type, id, entry, twin: twinOfCreation(creation.operation.data, id) });
  const actual = await readBack.resource(owned);
  if (actual === undefined || ownershipOf(actual, tracesOf(creation.operation.data, type)) !== 'ours') return undefined;
  await run.ledger.created(entry, id);
  run.resources.add(owned);
  return owned;
}

/** It names a resource that another operation of the request has created. */
function refersTo({ data = null }: BulkOperation, ids: ReadonlyMap<string, string>): boolean {
  return JSON.stringify(withBulkIds(data, ids)) !== JSON.stringify(data);
}

/** Follows a change of a resource of this run, with ids in the place of references; a deletion is believed. */
function followed({ run, rules }: OutcomeContext, operation: BulkOperation, ids: ReadonlyMap<string, string>): OwnedResource[] {
  const owned = addressedBy(operation, run.resources);
  if (owned === undefined) return [];
  if (operation.method === 'DELETE') owned.markDeleted();
  else {
    const method = operation.method === 'PUT' ? 'PUT' : 'PATCH';
    const body = withBulkIds(operation.data ?? null, ids);
    owned.follow({ method, body }, rules(owned.type));
    if (JSON.stringify(owned.twin.resource).includes(`"${BULK_ID}`)) owned.markUnknown();
  }
  return [owned];
}

/** Whether the resource is not as the operations would have it. */
async function compareOne({ run, log, readBack }: OutcomeContext, owned: OwnedResource, exchange: string): Promise<boolean> {
  if (owned.contentUnknown) return false;
  if (owned.deleted) {
    if (await readBack.isGone(owned)) await run.ledger.deleted(owned.entry);
    return false;
  }
  const reading = await readBack.compare(owned);
  if (reading === undefined) return false;
  // Types and letter case have checks of their own.
  const differences = reading.differences.filter(({ kind }) => kind !== 'type' && kind !== 'case');
  for (const { path, expected, received } of differences) {
    const subject = path.split('[')[0] ?? '';
    owned.markUnreliable(subject, log.report(['SC1906'], { expected, received, subject }, exchange));
  }
  if (reading.differences.length + reading.permitted.length > 0) owned.markUnknown();
  return differences.length > 0;
}

/** The id at the end of a result's location, or in the resource that it shows. */
function idIn(result: JsonObject): string | undefined {
  const shown = getMember(result, 'response');
  const id = isObject(shown) ? getMember(shown, 'id') : undefined;
  const location = getMember(result, 'location');
  const last = typeof location === 'string' ? location.split(/[?#]/)[0]?.replace(/\/+$/, '').split('/').at(-1) : undefined;
  const found = typeof id === 'string' && id !== '' ? id : decodeSegment(last ?? '');
  return found === '' || heldSecret(found) ? undefined : found;
}

function sameOperation(left: BulkOperation, right: BulkOperation): boolean {
  return left.method === right.method && left.path === right.path && left.bulkId === right.bulkId;
}

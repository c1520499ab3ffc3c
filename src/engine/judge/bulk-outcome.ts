import type { Observation } from '../../check/context.js';
import { BULK_ID, type BulkOperation, bulkStatus, readBulk, readBulkResults, withBulkIds } from '../../scim/bulk.js';
import { getMember, isObject, type JsonObject } from '../../scim/json.js';
import type { ResourceType, ScimRequest } from '../../scim/message.js';
import { valueAt } from '../../scim/resource.js';
import { differencesOf } from '../compare/comparison.js';
import { isEquivalentForm } from '../compare/equivalent-form.js';
import { dropHiddenMembers } from '../compare/visibility.js';
import { addressOf, decodeSegment } from '../exchange/address.js';
import { nameIn } from '../exchange/creation.js';
import type { ConversationRunner } from '../scenario/conversation-runner.js';
import { newOwnedResource, type OwnedResource } from '../state/owned-resources.js';
import { followWrite, twinOfCreation } from '../state/twin.js';

/** A creation inside a bulk request that was written down before the request was sent. */
interface PlannedCreation {
  readonly operation: BulkOperation;
  readonly type: ResourceType;
  readonly name: string;
  /** Line of the ledger. */
  readonly entry: number;
}

/** Whether a request is a bulk request. */
export function isBulk({ method, target }: Pick<ScimRequest, 'method' | 'target'>): boolean {
  return method === 'POST' && /^\/Bulk\/?(\?|$)/i.test(target);
}

/**
 * The requests that a bulk request stands for, so that each can be held against what the run may write.
 *
 * @param request a bulk request
 * @returns undefined when an operation cannot be read, or could mean a resource that is not named by its own id
 */
export function requestsIn(request: ScimRequest): ScimRequest[] | undefined {
  const operations = readBulk(request.body);
  if (operations === undefined || operations.some(({ path }) => !path.startsWith('/') || path.includes('bulkId:'))) return undefined;
  return operations.flatMap(({ method, path, data }) =>
    method === 'POST' || method === 'PUT' || method === 'PATCH' || method === 'DELETE'
      ? [{ ...request, method, target: path, ...(data === undefined ? {} : { body: data }) }]
      : [],
  );
}

/**
 * Writes down every creation of a bulk request. What the answer does not account for is looked up by its name when the run
 * cleans up, as a creation whose answer was lost.
 *
 * @param runner in whose name
 * @param request a bulk request
 */
export async function planBulk(runner: ConversationRunner, request: ScimRequest): Promise<PlannedCreation[]> {
  const planned: PlannedCreation[] = [];
  for (const operation of readBulk(request.body) ?? []) {
    const type = addressOf(operation.path).resourceType;
    if (operation.method !== 'POST' || type === undefined) continue;
    const name = nameIn(operation.data, type);
    const entry = (await runner.run.ledger?.plan({ resourceType: type, name, dialect: runner.client.dialect })) ?? 0;
    planned.push({ operation, type, name, entry });
  }
  return planned;
}

/**
 * Takes over what a bulk request created, deleted and changed, reads each resource back, and compares.
 *
 * @param runner in whose name
 * @param observation the exchange
 * @param planned the creations that were written down
 * @param exchange its number
 */
export async function judgeBulkOutcome(
  runner: ConversationRunner,
  observation: Observation,
  planned: readonly PlannedCreation[],
  exchange: string,
): Promise<void> {
  const results = readBulkResults(readBulk(observation.request.body) ?? [], observation.response.body) ?? [];
  const resultOf = (operation: BulkOperation): JsonObject | undefined =>
    results.find((each) => sameOperation(each.operation, operation))?.result;
  const answered = results.flatMap(({ operation, result }) => (result === undefined ? [] : [operation]));
  markUnknown(runner, observation.request, (operation) => !answered.some((each) => sameOperation(each, operation)));
  const ids = new Map<string, string>();
  const touched: OwnedResource[] = [];
  for (const creation of planned) {
    const result = resultOf(creation.operation);
    const status = result === undefined ? undefined : bulkStatus(result);
    // Refused: there is nothing. Anything else that does not lead to the resource stays open in the ledger.
    if (status !== undefined && status >= 400 && status < 500) await runner.run.ledger?.deleted(creation.entry);
    const own = result === undefined || status === undefined || status >= 300 ? undefined : await adopt(runner, creation, result);
    if (own === undefined && status !== undefined && status < 300) await runner.run.ledger?.answered(creation.entry);
    if (own === undefined) continue;
    if (creation.operation.bulkId !== undefined) ids.set(creation.operation.bulkId, own.id);
    touched.push(own);
  }
  // References can be followed only now that all ids are known.
  for (const own of touched) {
    own.twin = { ...own.twin, resource: followed(own.twin.resource, ids) };
    // What it refers to was not found: how it must look is not known.
    if (JSON.stringify(own.twin.resource).includes(`"${BULK_ID}`)) own.contentUnknown = true;
  }
  for (const { operation, result } of results) {
    const own = result !== undefined && (bulkStatus(result) ?? 500) < 300 ? changeOf(runner, operation) : undefined;
    if (own !== undefined) touched.push(own);
  }
  let differs = false;
  for (const own of new Set(touched)) differs = (await compareOne(runner, own, exchange)) || differs;
  if (touched.length > 0 && !differs) runner.confirm('SC1906');
}

/**
 * Whether an operation was carried out is not known: nothing can be said about its resource any more.
 *
 * @param runner in whose name
 * @param request a bulk request
 * @param isOpen tells which operations are meant
 */
export function markUnknown(
  runner: ConversationRunner,
  request: ScimRequest,
  isOpen: (operation: BulkOperation) => boolean = () => true,
): void {
  for (const operation of (readBulk(request.body) ?? []).filter(isOpen)) {
    const own = ownAt(runner, operation);
    if (own !== undefined) own.contentUnknown = true;
  }
}

/** The resource that a result leads to, if it is the one that was to be created: a wrong location must not cost a stranger. */
async function adopt(runner: ConversationRunner, creation: PlannedCreation, result: JsonObject): Promise<OwnedResource | undefined> {
  const id = idIn(result);
  const { type, name, entry } = creation;
  if (id === undefined || runner.run.resources.find(type, id) !== undefined) return undefined;
  const own = newOwnedResource({ key: name, type, id, entry, twin: twinOfCreation(creation.operation.data, id) });
  const actual = await runner.readBack(own);
  if (actual === undefined || nameIn(actual, type).toLowerCase() !== name.toLowerCase()) return undefined;
  await runner.run.ledger?.created(entry, id);
  runner.run.resources.add(own);
  return own;
}

/** Follows a change of a resource of this run; a deletion is believed. */
function changeOf(runner: ConversationRunner, operation: BulkOperation): OwnedResource | undefined {
  const own = ownAt(runner, operation);
  if (own === undefined) return undefined;
  if (operation.method === 'DELETE') own.deleted = true;
  else {
    const request = { method: operation.method === 'PUT' ? 'PUT' : 'PATCH', target: operation.path, headers: [], purpose: 'raw' } as const;
    own.twin = followWrite(
      own.twin,
      { ...request, ...(operation.data === undefined ? {} : { body: operation.data }) },
      runner.rules(own.type),
    );
  }
  return own;
}

/** The resource of this run that an operation addresses by its id. */
function ownAt(runner: ConversationRunner, { method, path }: BulkOperation): OwnedResource | undefined {
  const { resourceType, id } = addressOf(path);
  return method === 'POST' ? undefined : runner.run.resources.find(resourceType, id);
}

/** Whether the resource is not as the operations would have it. */
async function compareOne(runner: ConversationRunner, own: OwnedResource, exchange: string): Promise<boolean> {
  if (own.contentUnknown === true) return false;
  const actual = await runner.readBack(own);
  if (actual === undefined || own.deleted) return false;
  const all = await dropHiddenMembers(runner, own, actual, differencesOf(own.twin, actual, runner.rules(own.type)));
  const place = { family: runner.client.family, schemas: runner.run.facts.schemas, type: own.type };
  // Types and letter case have checks of their own, and a value may have a legal form.
  const differences = all.filter(
    ({ kind, path }) =>
      kind !== 'type' && kind !== 'case' && !isEquivalentForm({ ...place, path }, valueAt(own.twin.resource, path), valueAt(actual, path)),
  );
  for (const { path, expected, received } of differences) {
    const subject = path.split('[')[0] ?? '';
    runner.report(['SC1906'], { expected, received, subject }, exchange);
    own.unreliablePaths.set(subject.toLowerCase(), { candidates: ['SC1906'] });
  }
  if (all.length > 0) own.contentUnknown = true;
  return differences.length > 0;
}

function followed(resource: JsonObject, ids: ReadonlyMap<string, string>): JsonObject {
  const value = withBulkIds(resource, ids);
  return isObject(value) ? value : resource;
}

/** The id at the end of a result's location, or in the resource that it shows. */
function idIn(result: JsonObject): string | undefined {
  const shown = getMember(result, 'response');
  const id = isObject(shown) ? getMember(shown, 'id') : undefined;
  const location = getMember(result, 'location');
  const last = typeof location === 'string' ? location.split(/[?#]/)[0]?.replace(/\/+$/, '').split('/').at(-1) : undefined;
  return typeof id === 'string' && id !== '' ? id : last === undefined || last === '' ? undefined : decodeSegment(last);
}

function sameOperation(left: BulkOperation, right: BulkOperation): boolean {
  return left.method === right.method && left.path === right.path && left.bulkId === right.bulkId;
}

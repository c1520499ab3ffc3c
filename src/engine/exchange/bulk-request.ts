import { defined } from '../../base/defined.js';
import type { Dialect } from '../../client/client.js';
import { addressOf } from '../../scim/address.js';
import { type BulkOperation, readBulk } from '../../scim/bulk.js';
import type { ResourceType, ScimRequest } from '../../scim/message.js';
import type { Ledger } from '../ledger/ledger.js';
import type { OwnedResource } from '../state/owned-resource.js';
import type { OwnedResources } from '../state/owned-resources.js';
import { entryOf } from './creation.js';

/** A creation inside a bulk request that was written down before the request was sent. */
export interface PlannedBulkCreation {
  readonly operation: BulkOperation;
  readonly type: ResourceType;
  readonly name: string;
  /** Line of the ledger. */
  readonly entry: number;
}

/** All creations of a bulk request, and the moment at which it was sent, see `OwnedResources.moment`. */
export interface PlannedBulk {
  readonly creations: readonly PlannedBulkCreation[];
  readonly sentAt: number;
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
      ? [{ ...request, method, target: path, ...defined({ body: data }) }]
      : [],
  );
}

/**
 * Writes down every creation of a bulk request. What the answer does not account for is looked up by its name when the run
 * cleans up, as a creation whose answer was lost.
 *
 * @param request a bulk request
 * @param ledger where it is written down
 * @param dialect in whose name
 */
export async function planBulk(request: ScimRequest, ledger: Ledger, dialect: Dialect): Promise<PlannedBulkCreation[]> {
  const planned: PlannedBulkCreation[] = [];
  for (const operation of readBulk(request.body) ?? []) {
    const type = addressOf(operation.path).resourceType;
    if (operation.method !== 'POST' || type === undefined) continue;
    const entry = entryOf(operation.data, type);
    planned.push({ operation, type, name: entry.name, entry: await ledger.plan({ resourceType: type, ...entry, dialect }) });
  }
  return planned;
}

/**
 * The resource of this run that an operation changes or deletes.
 *
 * @param operation an operation of a bulk request
 * @param resources the resources of this run
 */
export function addressedBy({ method, path }: BulkOperation, resources: OwnedResources): OwnedResource | undefined {
  const { resourceType, id } = addressOf(path);
  return method === 'POST' ? undefined : resources.find(resourceType, id);
}

/**
 * Whether an operation was carried out is not known: nothing can be said about its resource any more.
 *
 * @param request a bulk request
 * @param resources the resources of this run
 * @param isOpen tells which operations are meant
 */
export function markUnknown(
  request: ScimRequest,
  resources: OwnedResources,
  isOpen: (operation: BulkOperation) => boolean = () => true,
): void {
  for (const operation of (readBulk(request.body) ?? []).filter(isOpen)) addressedBy(operation, resources)?.markUnknown();
}

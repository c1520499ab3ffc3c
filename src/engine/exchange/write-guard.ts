import { addressOf, decodeSegment } from '../../scim/address.js';
import { getMember, isObject } from '../../scim/json.js';
import { nameAttribute, type ResourceType, type ScimRequest } from '../../scim/message.js';
import { isMadeUp } from '../ledger/trust.js';
import type { OwnedResources } from '../state/owned-resources.js';
import { isUsableId } from '../state/ownership.js';
import { isBulk, requestsIn } from './bulk-request.js';

/**
 * Whether a request may be sent. Reads may, unless their path would change on the way; so may creations under names that scim-check
 * makes up; every other write must address a resource that this run created, or an id that it made up and that therefore nobody has.
 *
 * @param request the request
 * @param resources the resources of this run
 * @param madeUp ids that this run made up
 * @returns undefined when it may, otherwise why not
 */
export function refusalOf(request: ScimRequest, resources: OwnedResources, madeUp: ReadonlySet<string>): string | undefined {
  const path = request.target.split('?')[0] ?? '';
  const segments = path.split('/').filter((segment) => segment !== '');
  // On its way to the server it would become another path.
  if (segments.some((segment) => !isUsableId(segment))) return `scim-check sends nothing to a path such as ${path}`;
  if (request.method === 'GET') return undefined;
  if (isBulk(request)) return refusalOfBulk(request, resources, madeUp);
  if (path.includes('//')) return `scim-check does not write to a path such as ${path}`;
  const [collection = '', id] = segments;
  const last = segments.at(-1);
  if (request.method === 'POST' && last === '.search') return undefined;
  if (!/^(Users|Groups)$/i.test(collection)) return `scim-check writes to /Users, /Groups and /Bulk only, not to ${path}`;
  const { resourceType = 'User' } = addressOf(path);
  if (segments.length === 1)
    return request.method === 'POST'
      ? refusalOfName(request, resourceType)
      : `${request.method} ${path} would touch resources that this run did not create`;
  const decoded = decodeSegment(id ?? '');
  if (segments.length === 2 && resources.owns(resourceType, decoded)) return undefined;
  if (segments.length === 2 && madeUp.has(decoded)) return request.method === 'PUT' ? refusalOfName(request, resourceType) : undefined;
  return `${request.method} ${path} would touch a resource that this run did not create`;
}

/**
 * Some targets answer the creation of a name that is taken with whoever has it. Nothing would show that this is somebody else, so
 * nobody is created under a name that people may have.
 */
function refusalOfName({ body }: ScimRequest, type: ResourceType): string | undefined {
  const attribute = nameAttribute(type);
  const name = isObject(body) ? getMember(body, attribute) : undefined;
  if (typeof name !== 'string' || name.trim() === '' || isMadeUp(name)) return undefined;
  return `somebody may have the ${attribute} ${JSON.stringify(name)} already: let the name of what is created hold \${random.mark}, \${run.id} or \${random.uuid}`;
}

/** A bulk request may be sent when each of its operations might be sent by itself. */
function refusalOfBulk(request: ScimRequest, resources: OwnedResources, madeUp: ReadonlySet<string>): string | undefined {
  const requests = requestsIn(request);
  const operations = isObject(request.body) ? getMember(request.body, 'Operations') : undefined;
  if (requests === undefined || requests.length !== (Array.isArray(operations) ? operations.length : 0))
    return 'scim-check does not write by bulk operations that it cannot check';
  return requests
    .map((each) => (isBulk(each) ? 'a bulk request holds no other' : refusalOf(each, resources, madeUp)))
    .find((each) => each !== undefined);
}

import type { Observation } from '../../check/context.js';
import { operationsOf } from '../../check/operation.js';
import { isObject, type Json } from '../../scim/json.js';
import { isNotThere, type ScimRequest } from '../../scim/message.js';
import type { OwnedResource } from '../state/owned-resource.js';
import type { OwnedResources } from '../state/owned-resources.js';

/** Refusals that may mean that the target does not know yet whom a write names. */
const OF_WHOM: ReadonlySet<number> = new Set([400, 404, 409, 422]);

/** Words by which servers say that there is nobody of that kind, in whatever case. */
const UNKNOWN = /not (be |been )?found|no such|unknown|(does|do)(n['’]t| not) exist|cannot find|non-?exist/i;

/** Words of a conflict with what another resource has, which no waiting ends. */
const TAKEN = /uniq|already|exist|taken|duplicat|in use/i;

/**
 * Whether a write was refused for something that this run has written, and that the target does not know of yet: the resource itself,
 * those whom the write names, a change that is still under way, or a name that was given up. Its answer says that nothing of it was done.
 *
 * @param observation the write and its answer
 * @param resources what this run has created
 */
export function isLateWrite(observation: Observation, resources: OwnedResources): boolean {
  const { request, response, wanted = [] } = observation;
  const { status } = response;
  if (request.method === 'GET' || status < 400 || status >= 500 || wanted.includes(status)) return false;
  return isUnknown(observation) || namesUnknown(observation, resources) || isUnderWay(observation) || isOfVacatedName(observation);
}

/**
 * The resources of this run whom a refusal may be about that says no more than that something is not there: the one that is addressed, and
 * those whom the write names. None where the refusal says more.
 *
 * @param observation the write and its answer
 * @param resources what this run has created
 */
export function maybeUnknown({ request, response }: Observation, resources: OwnedResources): readonly OwnedResource[] {
  if (!isNotThere(response.status)) return [];
  const addressed = resources.find(request.resourceType, request.id);
  return [...(addressed === undefined ? [] : [addressed]), ...namedIn(request, resources)];
}

/** Whether a write concerns what this run has written: only such a one can be too early for the target. */
export function concernsEarlier({ request }: Observation, resources: OwnedResources): boolean {
  return request.id !== undefined || namedIn(request, resources).length > 0;
}

/** The resource is there, and the write is answered as if it were not. */
function isUnknown({ addressed, response: { status } }: Observation): boolean {
  return addressed?.deleted === false && isNotThere(status);
}

/** The answer says of somebody whom the write names, and who is there, that there is nobody. */
function namesUnknown(observation: Observation, resources: OwnedResources): boolean {
  const { request, response } = observation;
  if (!OF_WHOM.has(response.status) || !asksForSomething(observation)) return false;
  return namedIn(request, resources).length > 0 && (isNotThere(response.status) || UNKNOWN.test(response.text));
}

/** The answer says that the resource is being changed, of which this client's earlier change is the only one. */
function isUnderWay(observation: Observation): boolean {
  const { addressed, request, response } = observation;
  if (addressed?.deleted !== false || (request.method !== 'PUT' && request.method !== 'PATCH')) return false;
  if (response.status === 423) return true;
  return response.status === 409 && !TAKEN.test(response.text);
}

/** The answer is a conflict, and the name that the write brings was somebody's who has it no more. */
function isOfVacatedName({ again, vacated, response: { status } }: Observation): boolean {
  return (again === true || vacated === true) && status === 409;
}

/** Whether a write asks for something that was not so before: anything else may be refused for that. */
function asksForSomething({ request, addressed, facts }: Observation): boolean {
  const { method, body, resourceType = 'User' } = request;
  return operationsOf(method, body, addressed?.resource, resourceType, facts.schemas).some(({ changes }) => changes);
}

/** The resources of this run, others than the one that is addressed, whose ids stand in a body, as values or within a path. */
function namedIn({ id: own, body }: ScimRequest, resources: OwnedResources): readonly OwnedResource[] {
  const texts = textsIn(body);
  const paths = [...texts].filter((text) => text.includes('"'));
  const isNamed = (id: string): boolean => texts.has(id) || paths.some((path) => path.includes(`"${id}"`));
  return resources.all().filter(({ deleted, id }) => !deleted && id !== own && isNamed(id));
}

function textsIn(body: Json | undefined, found: Set<string> = new Set()): Set<string> {
  if (typeof body === 'string') found.add(body);
  else if (Array.isArray(body)) for (const each of body) textsIn(each, found);
  else if (isObject(body)) for (const each of Object.values(body)) textsIn(each, found);
  return found;
}

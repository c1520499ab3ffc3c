import { plainText } from '../../base/plain-text.js';
import { addressOf } from '../../scim/address.js';
import { getMember, isObject, type Json } from '../../scim/json.js';
import { nameAttribute, type ResourceType, type ScimRequest } from '../../scim/message.js';
import type { PlannedEntry } from '../ledger/ledger-entry.js';
import { tracesOf } from '../state/ownership.js';

/**
 * What a request would create: a POST, and a PUT to an id that nobody has, which a target might take for one.
 *
 * @param request the request
 * @param madeUp ids that the run made up
 * @returns undefined when it creates nothing
 */
export function creationOf(request: ScimRequest, madeUp: ReadonlySet<string>): Omit<PlannedEntry, 'dialect'> | undefined {
  const { resourceType } = addressOf(request.target);
  const upsert = request.method === 'PUT' && request.id !== undefined && madeUp.has(request.id);
  if ((request.method !== 'POST' && !upsert) || resourceType === undefined || isSearch(request.target)) return undefined;
  return { resourceType, ...entryOf(request.body, resourceType) };
}

/**
 * What the ledger keeps of the body of a creation, so that its resource can be told from all others.
 *
 * @param body the body
 * @param type the type of the resource
 */
export function entryOf(body: Json | undefined, type: ResourceType): Pick<PlannedEntry, 'name' | 'traces'> {
  const { others } = tracesOf(body, type);
  return { name: nameIn(body, type), ...(others.length === 0 ? {} : { traces: others }) };
}

/**
 * The names that a write gives to the resource that it addresses: of a PUT the one in the body, of a PATCH those in its values.
 *
 * @param request a PUT or PATCH; nothing is found in others
 * @param type the type of the resource
 */
export function namesGivenBy({ method, body }: Pick<ScimRequest, 'method' | 'body'>, type: ResourceType): string[] {
  if (!isObject(body)) return [];
  if (method === 'PUT') return texts(getMember(body, nameAttribute(type)));
  const operations = method === 'PATCH' ? getMember(body, 'Operations') : undefined;
  if (!Array.isArray(operations)) return [];
  const isName = (path: string): boolean => path.toLowerCase().split(':').at(-1) === nameAttribute(type).toLowerCase();
  return operations.filter(isObject).flatMap((operation) => {
    const [path, value] = [getMember(operation, 'path'), getMember(operation, 'value')];
    if (typeof path === 'string') return isName(path) ? texts(value) : [];
    return isObject(value) ? Object.entries(value).flatMap(([key, each]) => (isName(key) ? texts(each) : [])) : [];
  });
}

function texts(value: Json | undefined): string[] {
  return typeof value === 'string' ? [value] : [];
}

/**
 * The name in a body by which a resource can be found again.
 *
 * @param body a resource, if it is one
 * @param type its type
 * @returns an empty text where there is none
 */
export function nameIn(body: Json | undefined, type: ResourceType): string {
  return isObject(body) ? plainText(getMember(body, nameAttribute(type)) ?? '') : '';
}

function isSearch(target: string): boolean {
  return /^\/\w+\/\.search/.test(target);
}

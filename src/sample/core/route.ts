import { ENDPOINTS, type ResourceType } from '../../scim/message.js';
import { badRequest } from '../refusal.js';
import type { SampleRequest } from '../request.js';
import type { Route } from '../route.js';

/**
 * Finds what a path addresses (RFC 7644 §3.2, table 2). A trailing slash is tolerated.
 *
 * @param request the request
 */
export function route(request: SampleRequest): Route {
  if (request.path === undefined) return { kind: 'unknown' };
  const [first, second, third] = request.path.split('/').filter((part) => part !== '');
  if (first === undefined) return { kind: 'root' };
  if (first === '.search' && second === undefined) return { kind: 'search', types: ['User', 'Group'] };
  if (first === 'Bulk' && second === undefined) return { kind: 'bulk' };
  if (first === 'Me') return { kind: 'unsupported', name: `/${first}` };
  if (third !== undefined) return { kind: 'unknown' };
  if (first === 'ServiceProviderConfig' && second === undefined) return { kind: 'config' };
  const id = second === undefined ? {} : { id: decode(second) };
  if (first === 'Schemas') return { kind: 'schemas', ...id };
  if (first === 'ResourceTypes') return { kind: 'resourceTypes', ...id };
  const type = (Object.keys(ENDPOINTS) as ResourceType[]).find((candidate) => ENDPOINTS[candidate] === `/${first}`);
  if (type === undefined) return { kind: 'unknown' };
  if (id.id === undefined) return { kind: 'collection', type };
  return id.id === '.search' ? { kind: 'search', types: [type] } : { kind: 'resource', type, id: id.id };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest('invalidSyntax', 'The path is not percent-encoded correctly.');
  }
}

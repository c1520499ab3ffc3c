import { isObject, type Json } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import type { Diagnostic } from '../../yaml/diagnostic.js';
import type { Path } from '../../yaml/document.js';
import { nearest } from '../../yaml/nearest.js';
import { inStep, type StepInPlace } from './place.js';
import { queryProblems } from './raw-query.js';

/** Endpoints of the standard (RFC 7644 §3.2), and Okta's own. */
const ENDPOINTS = [
  'Users',
  'Groups',
  'Schemas',
  'ResourceTypes',
  'ServiceProviderConfig',
  'Bulk',
  'Me',
  'Roles',
  'Entitlements',
  '.search',
];

const OPERATIONS = ['add', 'remove', 'replace'];

const TYPES: Readonly<Record<string, ResourceType>> = { users: 'User', groups: 'Group' };

/**
 * Finds slips of the pen in a request of the scenario's own: names that are nearly those of the standard or the mapping. What
 * resembles none is the author's business, and so is a request that the target is to refuse.
 *
 * @param place the step and what came before it
 */
export function rawNameProblems(place: StepInPlace<'request'>): Diagnostic[] {
  const { intent, expect } = place.step;
  if (expect.status?.every((status) => status >= 400) === true) return [];
  const [path = '', query = ''] = intent.target.split('?');
  const [endpoint = ''] = path.split('/').filter(Boolean);
  const type = TYPES[endpoint.toLowerCase()];
  const at = inStep(place, 'request', 'body');
  return [
    ...endpointProblems(place, endpoint),
    ...queryProblems(place, query, type, path.length + 1),
    ...(type === undefined || intent.body === undefined ? [] : bodyProblems(place, intent.body, type, at)),
  ];
}

function endpointProblems(place: StepInPlace, endpoint: string): Diagnostic[] {
  if (endpoint.includes('$') || ENDPOINTS.includes(endpoint)) return [];
  const near = nearest(endpoint, ENDPOINTS);
  if (near === undefined) return [];
  return [
    place.document.problem(inStep(place, 'request', 'path'), `there is no endpoint /${endpoint}`, {
      hint: `Did you mean "/${near}"?`,
      offset: 1,
    }),
  ];
}

function bodyProblems(place: StepInPlace, body: Json, type: ResourceType, at: Path): Diagnostic[] {
  if (!isObject(body)) return [];
  const operations = body['Operations'];
  if (Array.isArray(operations))
    return operations.flatMap((operation, index) => operationProblems(place, operation, type, [...at, 'Operations', index]));
  return memberProblems(place, body, type, '', at);
}

function operationProblems(place: StepInPlace, operation: Json, type: ResourceType, at: Path): Diagnostic[] {
  if (!isObject(operation)) return [];
  const { op, path, value } = operation;
  const meant = typeof op === 'string' && !OPERATIONS.includes(op.toLowerCase()) ? nearest(op, OPERATIONS) : undefined;
  return [
    ...(meant === undefined
      ? []
      : [place.document.problem([...at, 'op'], `there is no operation "${String(op)}"`, { hint: `Did you mean "${meant}"?` })]),
    ...(typeof path === 'string' ? slipIn(place, path, type, [...at, 'path']) : []),
    ...(path === undefined && isObject(value) ? memberProblems(place, value, type, '', [...at, 'value']) : []),
  ];
}

/** The members of a resource, and the parts of its complex values. */
function memberProblems(
  place: StepInPlace,
  object: Readonly<Record<string, Json>>,
  type: ResourceType,
  prefix: string,
  at: Path,
): Diagnostic[] {
  return Object.entries(object).flatMap(([name, value]) => {
    const path = `${prefix}${name}`;
    const wrong = slipIn(place, path, type, [...at, name], 'key');
    if (wrong.length > 0) return wrong;
    const inner = /^urn:/i.test(name) ? `${name}:` : prefix === '' || prefix.endsWith(':') ? `${path}.` : undefined;
    if (inner === undefined) return [];
    if (isObject(value)) return memberProblems(place, value, type, inner, [...at, name]);
    return Array.isArray(value)
      ? value.flatMap((item, index) => (isObject(item) ? memberProblems(place, item, type, inner, [...at, name, index]) : []))
      : [];
  });
}

/** A path that is nearly one that there is. */
export function slipIn(
  { attributes, document }: StepInPlace,
  path: string,
  type: ResourceType,
  at: Path,
  side: 'key' | 'value' = 'value',
): Diagnostic[] {
  if (path.includes('${')) return [];
  const parsed = attributes.parse(path);
  const misnomer = parsed.ok ? attributes.misnomer(parsed.value, [type]) : undefined;
  return misnomer?.slip === true ? [document.problem(at, misnomer.message, { hint: misnomer.hint, at: side })] : [];
}

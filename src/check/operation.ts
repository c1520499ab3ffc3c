import { defined } from '../base/defined.js';
import { plainText } from '../base/plain-text.js';
import { isObject, type Json, type JsonObject, objectsIn } from '../scim/json.js';
import type { ResourceType } from '../scim/message.js';
import { type AttributePath, parsePath } from '../scim/path.js';
import { valueAt } from '../scim/resource.js';
import type { SchemaSet } from '../scim/schema-set.js';

/** One thing that a write asks for: an operation of a PATCH, a key of an operation without a path, or a whole POST or PUT. */
export interface WriteOperation {
  readonly kind: 'create' | 'put' | 'add' | 'replace' | 'remove' | 'delete';
  /** `op` as it was sent. */
  readonly op?: string;
  /** The operation named its target in `path`. */
  readonly hasPath: boolean;
  /** The path, or the key of an operation without one, as sent. */
  readonly text?: string;
  readonly path?: AttributePath;
  readonly value?: Json;
  /** The attribute's name in lower case: `emails`, `members`, `department`. */
  readonly attribute?: string;
  /** The target addresses elements through a filter, and the resource had no such element before. */
  readonly newElement: boolean;
  /** The target belongs to an extension that the resource did not have before. */
  readonly newExtension: boolean;
  /** The resource had no value there before. */
  readonly wasEmpty: boolean;
  /** It asks for something that was not so before; an operation that changes nothing proves nothing. */
  readonly changes: boolean;
  /** A string where the schema has a boolean. */
  readonly stringBoolean: boolean;
}

/**
 * Takes a write apart.
 *
 * @param method the request's method
 * @param body the request's body
 * @param before the resource before the write, as far as it is known
 * @param type the resource's type
 * @param schemas the schemas that apply
 * @returns one entry per thing asked for; a PATCH that cannot be read has none
 */
export function operationsOf(
  method: string,
  body: Json | undefined,
  before: JsonObject | undefined,
  type: ResourceType,
  schemas: SchemaSet,
): WriteOperation[] {
  const whole = { hasPath: false, newElement: false, newExtension: false, wasEmpty: false, stringBoolean: false, changes: true };
  if (method === 'POST') return [{ kind: 'create', ...whole }];
  if (method === 'PUT') return [{ kind: 'put', ...whole, changes: putChanges(body, before) }];
  if (method === 'DELETE') return [{ kind: 'delete', ...whole }];
  const operations = isObject(body) ? body['Operations'] : undefined;
  if (!Array.isArray(operations)) return [];
  return operations.filter(isObject).flatMap((operation) => patchOperations(operation, before ?? {}, type, schemas));
}

function patchOperations(operation: JsonObject, before: JsonObject, type: ResourceType, schemas: SchemaSet): WriteOperation[] {
  const op = typeof operation['op'] === 'string' ? operation['op'] : '';
  const kind = op.toLowerCase();
  if (kind !== 'add' && kind !== 'replace' && kind !== 'remove') return [];
  const path = operation['path'];
  const value = operation['value'];
  if (typeof path === 'string') return [describe({ kind, op, hasPath: true, text: path, value }, before, type, schemas)];
  if (!isObject(value)) return [];
  return Object.entries(value).map(([key, each]) => describe({ kind, op, hasPath: false, text: key, value: each }, before, type, schemas));
}

interface Asked {
  readonly kind: 'add' | 'replace' | 'remove';
  readonly op: string;
  readonly hasPath: boolean;
  readonly text: string;
  readonly value: Json | undefined;
}

function describe(asked: Asked, before: JsonObject, type: ResourceType, schemas: SchemaSet): WriteOperation {
  const parsed = parsePath(asked.text, schemas.urns);
  const path = parsed.ok ? parsed.value : undefined;
  const definition = path === undefined ? undefined : schemas.find(path, type);
  const current = path === undefined ? undefined : valueAt(before, path);
  const element = path?.filter === undefined ? undefined : valueAt(before, { ...withoutSub(path) });
  return {
    kind: asked.kind,
    op: asked.op,
    hasPath: asked.hasPath,
    text: asked.text,
    ...defined({ path, value: asked.value, attribute: path?.attribute?.toLowerCase() }),
    newElement: path?.filter !== undefined && element === undefined,
    newExtension: path?.urn?.includes(':extension:') === true && !Object.hasOwn(before, path.urn),
    wasEmpty: current === undefined || current === null || current === '',
    changes: asksForChange(asked, current),
    stringBoolean: definition?.type === 'boolean' && typeof asked.value === 'string',
  };
}

function asksForChange(asked: Asked, current: Json | undefined): boolean {
  if (asked.kind === 'remove') return current !== undefined;
  // No list is an empty one (RFC 7643 §2.5).
  const list = current === undefined || current === null ? [] : current;
  if (Array.isArray(list) && Array.isArray(asked.value)) {
    const held = JSON.stringify(list);
    const brings = asked.value.some((item) => !held.includes(JSON.stringify(isObject(item) ? (item['value'] ?? item) : item)));
    return brings || (asked.kind === 'replace' && list.length !== asked.value.length);
  }
  return plainText(current).toLowerCase() !== plainText(asked.value).toLowerCase() || isObject(asked.value);
}

/** Whether a PUT brings a new value of an attribute that can be compared as it stands; more would be a guess. */
function putChanges(body: Json | undefined, before: JsonObject | undefined): boolean {
  if (!isObject(body) || before === undefined) return true;
  // Nobody sees a password: a target may find nothing changed where another one is set.
  const { password: _, ...seen } = body;
  return bringsValue(seen, before, true) || memberCount(body) !== memberCount(before);
}

/** Where there was no value, one is new at the top; inside of an object a server may have set it itself, and the client puts it back. */
function bringsValue(now: JsonObject, then: JsonObject, isTop: boolean): boolean {
  return Object.entries(now).some(([name, value]) => {
    const old = then[name];
    if (isObject(value)) return isTop && name !== 'meta' && isObject(old) && bringsValue(value, old, false);
    return isPlain(value) && value !== old && (isPlain(old) || (isTop && value !== ''));
  });
}

function isPlain(value: Json | undefined): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number';
}

function memberCount(resource: JsonObject): number {
  return Array.isArray(resource['members']) ? resource['members'].length : 0;
}

function withoutSub(path: AttributePath): AttributePath {
  const { sub: _, ...rest } = path;
  return rest;
}

/**
 * The operations of a PATCH, or of a bulk request, as they were sent.
 *
 * @param body the body of the request
 */
export function sentOperations(body: Json | undefined): JsonObject[] {
  return objectsIn(isObject(body) ? body['Operations'] : undefined);
}

import { defined } from '../../base/defined.js';
import { isObject, type Json, type JsonObject } from '../../scim/json.js';
import type { ResourceType, ScimRequest } from '../../scim/message.js';
import { applyPatch } from '../../scim/patch.js';
import { removeAt, setAt, valueAt } from '../../scim/resource.js';
import type { SchemaSet } from '../../scim/schema-set.js';
import type { CompiledPath } from './compiled-path.js';
import { withParsedRoles } from './role-texts.js';

/** What a correct server holds of a resource after the conversation so far. */
export interface Twin {
  /** The values that the client gave. Attributes that it never gave are the server's business. */
  readonly resource: JsonObject;
  /** Target paths whose value the client took away: they must be empty. */
  readonly cleared: ReadonlySet<string>;
  /** Target paths that a PUT left out: cleared or kept, both are right (RFC 7644 §3.5.1). */
  readonly clearedOrKept: ReadonlySet<string>;
}

/** What the twin must know to follow a write. */
export interface TwinRules {
  readonly type: ResourceType;
  readonly schemas: SchemaSet;
  /** The target paths that count. */
  readonly paths: readonly CompiledPath[];
}

/** The twin of a resource that a POST created. */
export function twinOfCreation(body: Json | undefined, id: string): Twin {
  return { resource: { ...withoutEcho(isObject(body) ? body : {}), id }, cleared: new Set(), clearedOrKept: new Set() };
}

/**
 * The twin after a write that the server accepted.
 *
 * @param twin the twin before
 * @param request a PUT or PATCH
 * @param rules what applies to the resource
 * @returns the twin after; the same when the request cannot be followed
 */
export function followWrite(twin: Twin, request: Pick<ScimRequest, 'method' | 'body'>, rules: TwinRules): Twin {
  const after = afterWrite(twin.resource, request, rules);
  if (after === undefined) return twin;
  const cleared = new Set(twin.cleared);
  const clearedOrKept = new Set(twin.clearedOrKept);
  for (const path of rules.paths) {
    const had = !isEmpty(path.valueIn(twin.resource));
    const value = path.valueIn(after);
    if (!isEmpty(value)) {
      cleared.delete(path.text);
      clearedOrKept.delete(path.text);
    } else if (had && request.method === 'PUT' && value === undefined) clearedOrKept.add(path.text);
    else if (had) cleared.add(path.text);
  }
  return { resource: after, cleared, clearedOrKept };
}

/**
 * Takes the server's value for a path, of a multi-valued attribute the whole list: what comes next is judged against what is
 * really there.
 *
 * @param twin the twin before
 * @param path the target path that differs
 * @param actual the resource as read
 */
export function acceptServerValue(twin: Twin, path: string, actual: JsonObject): Twin {
  const whole = path.split('[')[0] ?? '';
  const value = valueAt(actual, whole);
  const resource = value === undefined || value === null ? removeAt(twin.resource, whole) : setAt(twin.resource, whole, value);
  return { resource, cleared: without(twin.cleared, path), clearedOrKept: new Set([...twin.clearedOrKept, path]) };
}

function afterWrite(resource: JsonObject, request: Pick<ScimRequest, 'method' | 'body'>, rules: TwinRules): JsonObject | undefined {
  const body = request.body;
  if (!isObject(body)) return undefined;
  if (request.method === 'PUT') return { ...withoutBallast(withoutEcho(body), rules), ...defined({ id: resource['id'] }) };
  const operations = body['Operations'];
  const list = withParsedRoles(Array.isArray(operations) ? operations : []);
  const patched = applyPatch(resource, list, { schemas: rules.schemas, type: rules.type });
  if (patched.ok) return withoutHollow(withoutEcho(patched.resource));
  // The target accepted it: one that looks at the end alone lets a required attribute go meanwhile, and one may change what it calls immutable.
  const meanwhile = applyPatch(resource, list, { schemas: rules.schemas, type: rules.type, required: 'ignore', immutable: 'ignore' });
  return meanwhile.ok && keepsRequired(resource, meanwhile.resource, rules) ? withoutHollow(withoutEcho(meanwhile.resource)) : undefined;
}

function keepsRequired(before: JsonObject, after: JsonObject, { schemas, type }: TwinRules): boolean {
  const isRequired = (attribute: string): boolean => schemas.find({ attribute }, type)?.required === true;
  return Object.keys(before).every((name) => !isRequired(name) || isEmpty(before[name]) || !isEmpty(after[name]));
}

/**
 * An element whose value was taken away may be gone as a whole: where one of the same type is added after that, the list has that one.
 * Nobody can tell an element with nothing but its type from none.
 */
function withoutHollow(resource: JsonObject): JsonObject {
  const isHollow = (element: Json): boolean =>
    isObject(element) &&
    element['type'] !== undefined &&
    Object.entries(element).every(([name, value]) => name === 'type' || isEmpty(value));
  const isReplaced = (element: Json, list: readonly Json[]): boolean =>
    isHollow(element) &&
    list.some((other) => isObject(other) && isObject(element) && other['type'] === element['type'] && !isHollow(other));
  return Object.fromEntries(
    Object.entries(resource).map(([name, value]) => [
      name,
      Array.isArray(value) && value.some(isHollow) ? value.filter((element) => !isReplaced(element, value)) : value,
    ]),
  );
}

/** What a client sends but a server owns or hides. */
function withoutEcho(body: JsonObject): JsonObject {
  const { password: _password, groups: _groups, meta: _meta, ...rest } = body;
  return rest;
}

/** Longer values of attributes that nobody looks at are not kept, in characters of JSON. */
const LONGEST = 16 * 1024;

/** A PUT brings back all that a target has shown, and that may be megabytes for each resource. */
function withoutBallast(body: JsonObject, { paths }: TwinRules): JsonObject {
  const isCompared = (name: string): boolean => paths.some(({ key }) => key.startsWith(name.toLowerCase()));
  return Object.fromEntries(Object.entries(body).filter(([name, value]) => isCompared(name) || JSON.stringify(value).length <= LONGEST));
}

/** No value, in any of the forms that RFC 7643 §2.5 and the clients give it. */
export function isEmpty(value: Json | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0) ||
    (isObject(value) && Object.values(value).every(isEmpty))
  );
}

function without(set: ReadonlySet<string>, item: string): Set<string> {
  return new Set([...set].filter((each) => each !== item));
}

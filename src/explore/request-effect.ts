import { plainText } from '../base/plain-text.js';
import type { IntentOf } from '../scenario/intent.js';
import { getMember, isObject, type Json, type JsonObject } from '../scim/json.js';
import type { ResourceType } from '../scim/message.js';
import { applyPatch } from '../scim/patch.js';
import { STANDARD_SCHEMAS } from '../scim/schema-set.js';

/** What a history knows of a resource that requests in its own words write to. */
interface Written {
  readonly type: ResourceType;
  readonly active: boolean;
  /** Whether the target has to show whether they are active; absent: it has. */
  readonly isActiveShown?: boolean;
  readonly members: readonly string[];
  readonly empty: readonly string[];
  readonly touched: readonly string[];
  readonly lists: JsonObject;
}

/** Lists whose every value is known once a request has replaced them. */
export const LISTS: readonly string[] = ['emails', 'phoneNumbers'];

/**
 * What a request that is accepted makes of a resource.
 *
 * @param before what was known
 * @param request a PUT or PATCH of the resource; all else changes nothing
 * @returns undefined where it makes no sense there: it names a value that is not in the list
 */
export function afterRequest(before: Written, { method, body }: IntentOf<'request'>): Partial<Written> | undefined {
  if (!isObject(body)) return {};
  if (method === 'PUT') return before.type === 'Group' ? { members: keysIn(body) } : afterPut(before, body);
  const operations = getMember(body, 'Operations');
  if (method !== 'PATCH' || !Array.isArray(operations)) return {};
  const known = before.type === 'Group' ? { members: before.members.map((key) => ({ value: idOf(key) })) } : before.lists;
  const concerned = operations.filter((each) => namesOneOf(each, before.type === 'Group' ? ['members'] : LISTS));
  if (before.type === 'User' && concerned.some((each) => isAddedBlindly(each, before))) return undefined;
  const replaced = LISTS.filter((list) => concerned.some((each) => isReplaced(each, list)));
  if (before.type === 'User' && concerned.some((each) => isInside(each) && !Object.hasOwn(known, listOf(each)))) return undefined;
  if (before.type === 'User' && concerned.some((each) => isRemovedInVain(each, known))) return undefined;
  const options = { schemas: STANDARD_SCHEMAS, type: before.type, noMatch: before.type === 'User' ? 'noTarget' : 'create' } as const;
  const patched = concerned.length === 0 ? undefined : applyPatch(known, concerned, options);
  if (patched?.ok === false) return undefined;
  const resource = patched?.resource ?? known;
  if (before.type === 'Group') return { members: [...new Set(keysIn(resource))] };
  const lists = Object.entries(resource).filter(([name]) => Object.hasOwn(known, name) || replaced.includes(name));
  if (lists.some(([, elements]) => hasTypeTwice(elements))) return undefined;
  return { lists: Object.fromEntries(lists), ...singleValues(before, operations), active: activeAfter(before, operations) };
}

/**
 * Whether a request adds somebody to a group who is in it.
 *
 * @param before what was known of the group
 * @param request a PATCH of one operation; of others that cannot be said
 */
export function addsAgain({ members }: Pick<Written, 'members'>, { method, body }: IntentOf<'request'>): boolean {
  const operations = isObject(body) ? getMember(body, 'Operations') : undefined;
  if (method !== 'PATCH' || !Array.isArray(operations) || operations.length !== 1) return false;
  const [operation] = operations;
  if (!isObject(operation) || operation['op'] !== 'add') return false;
  const { path, value } = operation;
  const added = path === 'members' ? keysIn({ members: value ?? [] }) : path === undefined && isObject(value) ? keysIn(value) : [];
  return added.some((key) => members.includes(key));
}

function activeAfter({ active }: Written, operations: readonly Json[]): boolean {
  const value = operations.filter(isObject).findLast(({ path }) => path === 'active')?.['value'];
  return typeof value === 'boolean' ? value : active;
}

/** A target may take what a PUT does not mention for a default, or for no value (RFC 7644 §3.5.1): whoever was disabled is anything then. */
function afterPut(before: Written, body: JsonObject): Partial<Written> | undefined {
  const active = getMember(body, 'active');
  if (active === undefined && !before.active) return undefined;
  const lists = Object.entries(body).filter(([name]) => LISTS.includes(name));
  return { active: active !== false, isActiveShown: active !== undefined, touched: [''], lists: Object.fromEntries(lists) };
}

/** Which single values are gone, and which attributes were written at all. */
function singleValues({ empty, touched }: Written, operations: readonly Json[]): Pick<Written, 'empty' | 'touched'> {
  const gone = new Set(empty);
  const written = new Set(touched);
  for (const operation of operations) {
    if (!isObject(operation)) continue;
    for (const path of pathsOf(operation)) {
      written.add(path.replace(/[[.].*$/, ''));
      if (operation['op'] === 'remove' || isNothing(operation, path)) gone.add(path);
      else gone.delete(path);
    }
  }
  return { empty: [...gone], touched: [...written] };
}

/** Whether an operation gives an attribute the value null, which is none (RFC 7643 §2.5). */
function isNothing({ path, value }: JsonObject, name: string): boolean {
  return value === null || (path === undefined && isObject(value) && value[name] === null);
}

/** What an operation writes to: its path, or the members of its value. */
export function pathsOf(operation: JsonObject): readonly string[] {
  const { path, value } = operation;
  if (typeof path === 'string') return [path];
  return isObject(value) ? Object.keys(value) : [];
}

function namesOneOf(operation: Json, names: readonly string[]): boolean {
  return isObject(operation) && pathsOf(operation).some((path) => names.includes(path.replace(/\[.*$/, '')));
}

function isReplaced(operation: Json, list: string): boolean {
  return isObject(operation) && operation['op'] === 'replace' && pathsOf(operation).includes(list);
}

/** Whether an operation adds to a list of which it is not known any more what it holds: the new value may be of a type that is there. */
function isAddedBlindly(operation: Json, { touched, lists }: Written): boolean {
  if (!isObject(operation) || operation['op'] !== 'add') return false;
  return LISTS.some(
    (list) => pathsOf(operation).includes(list) && !Object.hasOwn(lists, list) && touched.some((each) => each === '' || each === list),
  );
}

/** Whether an operation is about values in a list. */
function isInside(operation: Json): boolean {
  return isObject(operation) && plainText(operation['path']).includes('[');
}

/** Whether an operation takes a value of a type away that the list does not have: a target may refuse that (RFC 7644 §3.12, noTarget). */
function isRemovedInVain(operation: Json, known: JsonObject): boolean {
  if (!isObject(operation) || operation['op'] !== 'remove') return false;
  const type = /\[type eq "([^"]*)"\]/.exec(plainText(operation['path']))?.[1];
  const elements = known[listOf(operation)];
  return type !== undefined && Array.isArray(elements) && !elements.some((each) => isObject(each) && each['type'] === type);
}

function listOf(operation: Json): string {
  return isObject(operation) ? plainText(operation['path']).replace(/\[.*$/, '') : '';
}

/** Two elements of one type are legal, and nobody can say which of them a path means. */
function hasTypeTwice(elements: Json): boolean {
  const types = Array.isArray(elements) ? elements.map((each) => (isObject(each) ? plainText(each['type']) : '')) : [];
  return new Set(types).size < types.length;
}

/** The members of a body, by the keys of the history. */
function keysIn(body: JsonObject): string[] {
  const members = getMember(body, 'members');
  const ids = Array.isArray(members) ? members.map((each) => plainText(isObject(each) ? getMember(each, 'value') : each)) : [];
  return ids.flatMap((id) => /^\$\{([\w-]+)\.id\}$/.exec(id)?.[1] ?? []);
}

function idOf(key: string): string {
  return `\${${key}.id}`;
}

import type { Difference } from '../../check/context.js';
import type { WriteOperation } from '../../check/operation.js';
import { show } from '../../check/show.js';
import { differsOnlyInCase, holdsValue } from '../../scim/compare.js';
import { getMember, isObject, type Json, type JsonObject } from '../../scim/json.js';
import { parsePath } from '../../scim/path.js';
import { valueAt } from '../../scim/resource.js';
import { type ComparisonRules, isEmpty, type Twin } from '../state/twin.js';

/** A difference between the twin and what the server holds, not yet laid at an operation's door. */
export type PathDifference = Omit<Difference, 'operation'>;

/**
 * Compares what a server holds with what it must hold, path by path. Attributes outside `paths` are never looked at.
 *
 * @param twin what must be there
 * @param actual the resource as read
 * @param rules the paths that count
 */
export function differencesOf(twin: Twin, actual: JsonObject, rules: ComparisonRules): PathDifference[] {
  return rules.paths.flatMap((path) => {
    if (path.toLowerCase() === 'members') return memberDifferences(twin, actual, rules.deletedIds);
    const difference = compareAt(twin, actual, path, rules);
    return difference === undefined ? [] : [difference];
  });
}

function compareAt(twin: Twin, actual: JsonObject, path: string, rules: ComparisonRules): PathDifference | undefined {
  const expected = valueAt(twin.resource, path);
  const received = valueAt(actual, path);
  if (twin.clearedOrKept.has(path)) return undefined;
  if (isEmpty(expected)) {
    if (!twin.cleared.has(path) || isEmpty(received)) return undefined;
    return { kind: 'kept', path, expected: `${path}: no value`, received: `${path} = ${show(received)}` };
  }
  const wanted = `${path} = ${show(expected)}`;
  if (isEmpty(received)) return { kind: 'missing', path, expected: wanted, received: `${path}: no value` };
  const parsed = parsePath(path, rules.schemas.urns);
  const definition = parsed.ok ? rules.schemas.find(parsed.value, rules.type) : undefined;
  // A reference counts by the id that it names; the rest of the object is the server's.
  const same = isObject(expected) ? sameReference(expected, received) : holdsValue(expected ?? null, received ?? null, definition);
  if (same) return duplicated(actual, path, wanted);
  const observation = `${path} = ${show(received)}`;
  if (typeof expected !== typeof received) return { kind: 'type', path, expected: wanted, received: observation };
  if (differsOnlyInCase(expected ?? null, received ?? null)) return { kind: 'case', path, expected: wanted, received: observation };
  if (typeof expected === 'string' && expected.trim() === String(received).trim())
    return { kind: 'blanks', path, expected: wanted, received: observation };
  return { kind: 'changed', path, expected: wanted, received: observation };
}

/** A reference is the same when it names the same id; that it must be an object is a check of its own. */
function sameReference(expected: JsonObject, received: Json | undefined): boolean {
  const id = getMember(expected, 'value');
  return id === (isObject(received) ? getMember(received, 'value') : received);
}

/** A value path must reach one element: a second one of the same type is an update that was stored as an addition. */
function duplicated(actual: JsonObject, path: string, expected: string): PathDifference | undefined {
  const type = /^(\w+)\[type eq "([^"]*)"\]/.exec(path);
  if (type === null) return undefined;
  const elements = getMember(actual, type[1] ?? '');
  if (!Array.isArray(elements)) return undefined;
  const same = elements.filter(
    (element) => isObject(element) && String(getMember(element, 'type')).toLowerCase() === type[2]?.toLowerCase(),
  );
  if (same.length < 2) return undefined;
  return {
    kind: 'duplicate',
    path,
    expected: `${expected}, once`,
    received: `${same.length} elements of type ${JSON.stringify(type[2])}: ${show(same)}`,
  };
}

/** Members count by id, without order. A member may stand twice after it was added twice; that is no loss. */
function memberDifferences(twin: Twin, actual: JsonObject, gone: ReadonlySet<string>): PathDifference[] {
  const expected = memberIds(twin.resource);
  if (twin.resource['members'] === undefined && !twin.cleared.has('members')) return [];
  const received = memberIds(actual);
  const lost = [...expected].filter((id) => !received.has(id) && !gone.has(id));
  const extra = [...received].filter((id) => !expected.has(id) && !gone.has(id));
  const wanted = `members = ${show([...expected])}`;
  const observation = `members = ${show([...received])}`;
  return [
    ...lost.map((id): PathDifference => ({ kind: 'missing', path: `members[${id}]`, expected: wanted, received: observation })),
    ...extra.map((id): PathDifference => ({ kind: 'kept', path: `members[${id}]`, expected: wanted, received: observation })),
  ];
}

/** The ids in `members`. */
export function memberIds(resource: JsonObject): Set<string> {
  const members = getMember(resource, 'members');
  if (!Array.isArray(members)) return new Set();
  return new Set(members.flatMap((member) => (isObject(member) ? [String(getMember(member, 'value'))] : [])));
}

/**
 * Lays a difference at the door of the operation that asked for the change there, if one did.
 *
 * @param difference what differs
 * @param operations what the write asked for
 */
export function attribute(difference: PathDifference, operations: readonly WriteOperation[]): Difference {
  const operation = operations.findLast((each) => aims(each, difference));
  return operation === undefined ? difference : { ...difference, operation };
}

function aims(operation: WriteOperation, difference: PathDifference): boolean {
  if (operation.kind === 'create' || operation.kind === 'put') return true;
  const member = /^members\[(.*)\]$/.exec(difference.path)?.[1];
  if (member !== undefined) return operation.attribute === 'members' && namesMember(operation, member, difference.kind);
  const text = (operation.text ?? '').toLowerCase();
  const path = difference.path.toLowerCase();
  if (text === path || text === stripCore(path)) return true;
  // A change of a whole attribute, extension or element asks for its parts, too.
  if (operation.path?.filter !== undefined) return path.startsWith(`${text}.`);
  return path.startsWith(`${text}.`) || path.startsWith(`${text}:`) || path.startsWith(`${text}[`);
}

function stripCore(path: string): string {
  return path.replace(/^urn:ietf:params:scim:schemas:core:2\.0:\w+:/, '');
}

/** Whether the operation speaks of this member: a lost one was to be added, a kept one to be removed. */
function namesMember(operation: WriteOperation, id: string, kind: PathDifference['kind']): boolean {
  if (operation.kind === 'replace') return true;
  if (kind === 'missing') return operation.kind === 'add' && mentions(operation.value, id);
  return (
    operation.kind === 'remove' &&
    (mentions(operation.value, id) ||
      mentions(operation.text, id) ||
      (operation.value === undefined && operation.path?.filter === undefined))
  );
}

function mentions(value: Json | undefined, id: string): boolean {
  return value !== undefined && JSON.stringify(value).includes(JSON.stringify(id).slice(1, -1));
}

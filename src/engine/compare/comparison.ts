import { plainText } from '../../base/plain-text.js';
import type { Difference } from '../../check/context.js';
import type { WriteOperation } from '../../check/operation.js';
import { show } from '../../check/show.js';
import type { Family } from '../../client/client.js';
import { differsOnlyInCase, holdsValue, sameValue } from '../../scim/compare.js';
import { getMember, isObject, type Json, type JsonObject, objectsIn } from '../../scim/json.js';
import type { CompiledPath } from '../state/compiled-path.js';
import { isEmpty, type Twin, type TwinRules } from '../state/twin.js';
import { isAlteredText } from './altered-text.js';
import { isComposedName } from './composed-name.js';
import { isEquivalentForm, isSameNumber, withSingleBlanks } from './equivalent-form.js';

/** How a resource is compared. */
export interface ComparisonRules extends TwinRules {
  /** Who looks: clients differ in which forms of a value they take for the same. */
  readonly family: Family;
  /** Ids of deleted resources: whether groups and people still name them is the server's business (RFC 7644 §3.6 says nothing of it). */
  readonly deletedIds: ReadonlySet<string>;
}

/** How what a server holds differs from the twin. */
export interface Comparison {
  readonly differences: readonly Difference[];
  /** Differences in form alone, which a server may make. */
  readonly equivalent: readonly Difference[];
}

/**
 * Compares what a server holds with what it must hold, path by path. Attributes outside `paths` are never looked at.
 *
 * @param twin what must be there
 * @param actual the resource as read
 * @param rules the paths that count
 */
export function compare(twin: Twin, actual: JsonObject, rules: ComparisonRules): Comparison {
  const differences: Difference[] = [];
  const equivalent: Difference[] = [];
  for (const path of rules.paths) {
    if (path.key === 'members') differences.push(...memberDifferences(twin, actual, rules.deletedIds));
    else {
      const difference = differenceAt(twin, actual, path, rules.deletedIds);
      if (difference === undefined) continue;
      const isForm = FORMS.has(difference.kind) && isEquivalentForm(rules.family, path, path.valueIn(twin.resource), path.valueIn(actual));
      (isForm ? equivalent : differences).push(difference);
    }
  }
  return { differences, equivalent };
}

/** Kinds of difference that may be one of form alone. */
const FORMS: ReadonlySet<Difference['kind']> = new Set(['changed', 'altered', 'case', 'blanks', 'composition', 'number']);

function differenceAt(twin: Twin, actual: JsonObject, path: CompiledPath, gone: ReadonlySet<string>): Difference | undefined {
  const { text } = path;
  if (twin.clearedOrKept.has(text)) return undefined;
  const expected = path.valueIn(twin.resource);
  const received = path.valueIn(actual);
  if (isEmpty(expected)) {
    if (!twin.cleared.has(text) || isEmpty(received)) return undefined;
    return { kind: 'kept', path: text, expected: `${text}: no value`, received: `${text} = ${show(received)}` };
  }
  const wanted = () => `${text} = ${show(expected)}`;
  if (isEmpty(received) && namesOneOf(gone, path, expected)) return undefined;
  if (isEmpty(received)) return { kind: 'missing', path: text, expected: wanted(), received: `${text}: no value` };
  // A reference counts by the id that it names; the rest of the object is the server's.
  const same = isObject(expected) ? sameReference(expected, received) : holdsValue(expected, received, path.definition);
  if (same) return duplicated(actual, text, wanted);
  return { kind: kindOf(path, expected, received, twin.resource), path: text, expected: wanted(), received: `${text} = ${show(received)}` };
}

function kindOf({ key }: CompiledPath, expected: Json | undefined, received: Json | undefined, resource: JsonObject): Difference['kind'] {
  if (Array.isArray(expected) && !expected.some(isObject)) return kindOfList(expected, received);
  if (typeof expected !== typeof received) return 'type';
  if (differsOnlyInCase(expected, received)) return 'case';
  if (isSameNumber(key, expected, received)) return 'number';
  if (typeof expected !== 'string' || typeof received !== 'string') return 'changed';
  if (withSingleBlanks(expected) === withSingleBlanks(received)) return 'blanks';
  if (expected.normalize('NFC') === received.normalize('NFC')) return 'composition';
  return isAlteredText(expected, received) && !isComposedName(resource, received) ? 'altered' : 'changed';
}

/** A list of plain values: it has some that must not be there, shows them as something else, or lacks some. */
function kindOfList(expected: readonly Json[], received: Json | undefined): Difference['kind'] {
  if (differsOnlyInCase([...expected], received)) return 'case';
  if (!Array.isArray(received)) return 'values';
  if (sameValue(expected.map(plainText), received.map(plainText)) || received.some(isObject)) return 'type';
  return expected.every((value) => received.includes(value)) ? 'kept' : 'values';
}

/** A manager who was deleted may be taken away from the people who reported to them. */
function namesOneOf(gone: ReadonlySet<string>, { text }: CompiledPath, expected: Json | undefined): boolean {
  if (!/[:.]manager(\.value)?$/i.test(text)) return false;
  return gone.has(plainText(isObject(expected) ? getMember(expected, 'value') : expected));
}

/** A reference is the same when it names the same id; that it must be an object is a check of its own. */
function sameReference(expected: JsonObject, received: Json | undefined): boolean {
  const id = getMember(expected, 'value');
  return id === (isObject(received) ? getMember(received, 'value') : received);
}

/** A value path must reach one element: a second one of the same type is an update that was stored as an addition. */
function duplicated(actual: JsonObject, path: string, expected: () => string): Difference | undefined {
  if (!path.includes('[')) return undefined;
  const type = /^(\w+)\[type eq "([^"]*)"\]/.exec(path);
  if (type === null) return undefined;
  const elements = getMember(actual, type[1] ?? '');
  if (!Array.isArray(elements)) return undefined;
  const same = elements.filter(
    (element) => isObject(element) && plainText(getMember(element, 'type')).toLowerCase() === type[2]?.toLowerCase(),
  );
  if (same.length < 2) return undefined;
  return {
    kind: 'duplicate',
    path,
    expected: `${expected()}, once`,
    received: `${same.length} elements of type ${JSON.stringify(type[2])}: ${show(same)}`,
  };
}

/** A group that shows a hundred thousand members of its own making is told by the first of them. */
const MOST_MEMBERS = 500;

/** Members count by id, without order. A member may stand twice after it was added twice; that is no loss. */
function memberDifferences(twin: Twin, actual: JsonObject, gone: ReadonlySet<string>): Difference[] {
  const expected = memberIds(twin.resource);
  if (twin.resource['members'] === undefined && !twin.cleared.has('members')) return [];
  const received = memberIds(actual);
  const lost = [...expected].filter((id) => !received.has(id) && !gone.has(id)).slice(0, MOST_MEMBERS);
  const extra = [...received].filter((id) => !expected.has(id) && !gone.has(id)).slice(0, MOST_MEMBERS);
  const wanted = `members = ${show([...expected])}`;
  const observation = `members = ${show([...received])}`;
  return [
    ...lost.map((id): Difference => ({ kind: 'missing', path: `members[${id}]`, expected: wanted, received: observation })),
    ...extra.map((id): Difference => ({ kind: 'kept', path: `members[${id}]`, expected: wanted, received: observation })),
  ];
}

/** The elements of `members`. That a single one must stand in a list as well is a check of its own. */
export function membersIn(resource: JsonObject): readonly Json[] {
  const members = getMember(resource, 'members');
  return isObject(members) ? [members] : Array.isArray(members) ? members : [];
}

/** The ids in `members`. */
export function memberIds(resource: JsonObject): Set<string> {
  return new Set(objectsIn(membersIn(resource)).map((member) => plainText(getMember(member, 'value'))));
}

/**
 * Lays a difference at the door of the operation that asked for the change there, if one did.
 *
 * @param difference what differs
 * @param operations what the write asked for
 */
export function attributeTo(difference: Difference, operations: readonly WriteOperation[]): Difference {
  const operation = operations.findLast((each) => aims(each, difference));
  return operation === undefined || isAnothers(difference, operation, operations) ? difference : { ...difference, operation };
}

/** The value is what the same write gave another attribute: the target keeps one value for both, and this operation was carried out. */
function isAnothers({ received, kind }: Difference, own: WriteOperation, operations: readonly WriteOperation[]): boolean {
  if ((kind !== 'changed' && kind !== 'altered') || own.kind === 'create' || own.kind === 'put') return false;
  const isRead = ({ value }: WriteOperation): boolean => typeof value === 'string' && received.endsWith(` = ${show(value)}`);
  return !isRead(own) && operations.some((other) => other.attribute !== own.attribute && isRead(other));
}

function aims(operation: WriteOperation, difference: Difference): boolean {
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
function namesMember(operation: WriteOperation, id: string, kind: Difference['kind']): boolean {
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

import { plainText } from '../../../base/plain-text.js';
import { isDescribing } from '../../../scim/attribute.js';
import { isObject, type Json, type JsonObject } from '../../../scim/json.js';
import { nameAttribute } from '../../../scim/message.js';
import { printPath } from '../../../scim/path.js';
import { impliedElement } from '../../../scim/value-path.js';
import { memberForms } from './member-forms.js';
import type { OperationContext, SingleOperation } from './operations.js';
import type { ChangedOperation } from './variation.js';

type Form = (single: SingleOperation, context: OperationContext) => ChangedOperation | readonly ChangedOperation[] | undefined;

/**
 * An operation in other forms that mean the same, those first whose difference is the smallest.
 *
 * @param single an operation that was refused, or passed over, by itself
 * @param context what it was read with
 */
export function formsOf(single: SingleOperation, context: OperationContext): ChangedOperation[] {
  // What nobody may change is refused by right, however it is written.
  if (/^(id|meta|schemas)$/.test(single.asked.attribute ?? '')) return [];
  return [
    ...FORMS.flatMap((form) => form(single, context) ?? []),
    ...memberForms(single),
    ...(context.readsPaths === true ? [] : withoutPath(single, context)),
  ];
}

/** `"op": "Replace"` in lower case. */
export const lowerCase = (operations: readonly JsonObject[]): JsonObject[] =>
  operations.map((sent) => (typeof sent['op'] === 'string' ? { ...sent, op: sent['op'].toLowerCase() } : sent));

/** What is different then. */
export const IN_LOWER_CASE = 'with "op" in lower case';

const opInLowerCase: Form = ({ sent, asked }) =>
  asked.op === asked.kind ? undefined : { difference: IN_LOWER_CASE, check: 'SC2101', changed: lowerCase([sent]) };

/** RFC 7643 §2.1: the names of attributes have no case. */
const nameAsDeclared: Form = ({ sent, asked }, { schemas, type }) => {
  const { path, text } = asked;
  if (path?.attribute === undefined) return undefined;
  const { sub: _sub, filter: _filter, ...whole } = path;
  const name = schemas.find(whole, type)?.name;
  if (name === undefined || name === path.attribute || name.toLowerCase() !== path.attribute.toLowerCase()) return undefined;
  const declared = printPath({ ...path, attribute: name });
  const changed = asked.hasPath ? { ...sent, path: declared } : { ...sent, value: { [declared]: asked.value ?? null } };
  return { difference: `with "${declared}" in place of "${text}"`, check: 'SC1121', changed: [changed] };
};

const jsonBoolean: Form = ({ sent, asked }) => {
  const text = plainText(asked.value).toLowerCase();
  if (!asked.stringBoolean || (text !== 'true' && text !== 'false')) return undefined;
  return { difference: `with ${text} as a JSON boolean`, check: 'SC2102', changed: [withValue(sent, asked.text, text === 'true')] };
};

/** The value of an element that is chosen, or made, by a truth value: `roles[primary eq "True"].value`. */
const jsonBooleanInPath: Form = ({ sent, asked }) => {
  const { path } = sent;
  if (typeof path !== 'string' || asked.path?.filter === undefined) return undefined;
  const changed = path.replaceAll(/\b(eq|ne) "(true|false)"/gi, (_, operator: string, text: string) => `${operator} ${text.toLowerCase()}`);
  return changed === path
    ? undefined
    : { difference: 'with a JSON boolean in the filter of the path', check: 'SC2102', changed: [{ ...sent, path: changed }] };
};

const removed: Form = ({ sent, asked }) => {
  if (asked.kind === 'remove' || (asked.value !== null && asked.value !== '')) return undefined;
  const { value: _value, ...rest } = sent;
  const changed = [{ ...rest, op: sameCase(sent, 'remove'), path: asked.text ?? '' }];
  return asked.value === null
    ? { difference: 'with "remove" in place of null', check: 'SC1214', changed }
    : { difference: 'with "remove" in place of an empty text', check: 'SC2113', changed };
};

const managerAsObject: Form = ({ sent, asked }) =>
  asked.attribute === 'manager' && asked.path?.sub === undefined && typeof asked.value === 'string'
    ? {
        difference: 'with the manager as an object that has the id as its "value"',
        check: 'SC2111',
        changed: [withValue(sent, asked.text, { value: asked.value })],
      }
    : undefined;

const nestedKey: Form = ({ sent, asked }) => {
  const [, whole, sub] = /^([^.:[\]]+)\.([^.:[\]]+)$/.exec(asked.text ?? '') ?? [];
  if (asked.hasPath || whole === undefined || sub === undefined || asked.value === undefined) return undefined;
  const changed = [{ ...sent, value: { [whole]: { [sub]: asked.value } } }];
  return { difference: 'with an object in place of the dotted key', check: 'SC2107', changed };
};

const extensionObject: Form = ({ sent, asked }) => {
  const inner = inExtension(asked);
  if (inner === undefined) return undefined;
  const { path: _path, ...rest } = sent;
  const changed = [{ ...rest, value: inner }];
  if (!asked.hasPath) return { difference: 'with an object of the extension in place of the key with its URN', check: 'SC2108', changed };
  const difference = 'without a path, as an object of the extension';
  const whole = { difference, check: 'SC2109', changed } as const;
  if (asked.kind !== 'replace') return whole;
  // A target may take a "replace" without a path for one of the whole resource, and refuse it for what is missing then.
  return [whole, { difference: `${difference}, added`, check: 'SC2109', changed: [{ ...rest, op: sameCase(sent, 'add'), value: inner }] }];
};

const extensionNamed: Form = ({ sent, asked }) => {
  const urn = asked.path?.urn;
  if (urn === undefined || !asked.newExtension || asked.kind === 'remove') return undefined;
  const named = { op: sameCase(sent, 'add'), path: 'schemas', value: [urn] };
  return { difference: 'with the URN of the extension added to "schemas"', check: 'SC2110', changed: [named, sent] };
};

const withPath: Form = ({ sent, asked }) =>
  asked.hasPath || asked.text === undefined || asked.value === undefined
    ? undefined
    : { difference: 'with its target in "path"', check: 'SC2106', changed: [{ ...sent, path: asked.text, value: asked.value }] };

/**
 * A text, or members, as the value of the attribute, for a target that reads no paths. Names are left out, by which a client knows whom it
 * changes, and so are references: whether a path is read where another text is written can be asked of neither.
 */
const withoutPath = ({ sent, asked }: SingleOperation, { type }: OperationContext): ChangedOperation[] => {
  const { path, value, kind } = asked;
  const isMembers = asked.attribute === 'members' && Array.isArray(value);
  if (!asked.hasPath || kind === 'remove' || (typeof value !== 'string' && !isMembers) || asked.stringBoolean) return [];
  if (path?.attribute === undefined || path.filter !== undefined || path.urn?.includes(':extension:')) return [];
  if ([nameAttribute(type).toLowerCase(), 'manager'].includes(path.attribute.toLowerCase())) return [];
  const { path: _path, ...rest } = sent;
  const brought = { [path.attribute]: path.sub === undefined ? value : { [path.sub]: value } };
  return [{ difference: 'without a path, with the attribute in the value', check: 'SC2152', changed: [{ ...rest, value: brought }] }];
};

const otherOperation: Form = ({ sent, asked }) => {
  if (asked.attribute === 'members' || Array.isArray(asked.value)) return undefined;
  if (asked.kind === 'add')
    return { difference: 'with "replace" in place of "add"', check: 'SC2112', changed: [{ ...sent, op: sameCase(sent, 'replace') }] };
  return asked.kind === 'replace' && asked.hasPath && asked.wasEmpty && asked.path?.filter === undefined
    ? { difference: 'with "add" in place of "replace"', check: 'SC2134', changed: [{ ...sent, op: sameCase(sent, 'add') }] }
    : undefined;
};

const wholeElement: Form = ({ sent, asked }, { schemas, type }) => {
  const { path, value } = asked;
  if (path?.filter === undefined || path.sub === undefined || value === undefined || asked.kind === 'remove') return undefined;
  if (asked.attribute === 'members') return undefined;
  const { filter, sub, ...list } = path;
  const brought = isObject(jsonValue(asked)) ? jsonValue(asked) : { [sub]: jsonValue(asked) };
  if (!isObject(brought)) return undefined;
  if (!asked.newElement) {
    const changed = [{ ...sent, path: printPath({ ...list, filter }), value: brought }];
    return asked.hasPath ? { difference: `with "${sub}" in the value in place of the path`, check: 'SC2105', changed } : undefined;
  }
  const element = { ...impliedElement(filter, schemas.find(list, type)), ...brought };
  const { path: _path, ...rest } = sent;
  return {
    difference: 'with the new entry as a whole, added to the list',
    check: 'SC2103',
    changed: [{ ...rest, op: sameCase(sent, 'add'), path: printPath(list), value: [element] }],
  };
};

/** A target may expect a name behind each filter, although a path may end with one (RFC 7644 §3.5.2, "valuePath"). */
const partOfElement: Form = ({ sent, asked }, { schemas, type }) => {
  const { path, value } = asked;
  if (path?.filter === undefined || path.sub !== undefined || !asked.hasPath || asked.attribute === 'members') return undefined;
  const { filter: _filter, ...list } = path;
  const parts = (schemas.find(list, type)?.subAttributes ?? []).map(({ name }) => name).filter((name) => !isDescribing(name));
  const brought = isObject(value) ? value : undefined;
  const sub = parts.find((name) => brought === undefined || brought[name] !== undefined);
  if (sub === undefined || (asked.kind !== 'remove' && brought === undefined)) return undefined;
  const changed = { ...sent, path: printPath({ ...path, sub }), ...(brought === undefined ? {} : { value: brought[sub] ?? null }) };
  return { difference: `with "${sub}" behind the filter in the path`, check: 'SC2105', changed: [changed] };
};

const asList: Form = ({ sent, asked }, { schemas, type }) => {
  const { path, value } = asked;
  if (path === undefined || path.filter !== undefined || path.sub !== undefined || asked.kind === 'remove') return undefined;
  if (schemas.find(path, type)?.multiValued !== true || Array.isArray(value) || value === undefined || value === null) return undefined;
  return { difference: 'with the value in a list', check: 'SC2133', changed: [withValue(sent, asked.text, [value])] };
};

const removeWithoutValue: Form = ({ sent, asked }) => {
  if (asked.kind !== 'remove' || asked.value === undefined || asked.attribute === 'members') return undefined;
  const { value: _value, ...changed } = sent;
  return { difference: 'without the value of the "remove"', check: 'SC2114', changed: [changed] };
};

const FORMS: readonly Form[] = [
  opInLowerCase,
  nameAsDeclared,
  jsonBoolean,
  jsonBooleanInPath,
  removed,
  managerAsObject,
  nestedKey,
  extensionNamed,
  wholeElement,
  partOfElement,
  otherOperation,
  extensionObject,
  withPath,
  asList,
  removeWithoutValue,
];

function withValue(sent: JsonObject, text: string | undefined, value: Json): JsonObject {
  return typeof sent['path'] === 'string' ? { ...sent, value } : { ...sent, value: { [text ?? '']: value } };
}

/** Another operation's name, written as the client writes them: `Remove` beside `Replace`. */
export function sameCase(sent: JsonObject, op: string): string {
  return /^[A-Z]/.test(plainText(sent['op'])) ? `${op.charAt(0).toUpperCase()}${op.slice(1)}` : op;
}

/** The value, with a boolean that came as text as a boolean. */
function jsonValue({ value, stringBoolean }: SingleOperation['asked']): Json {
  return stringBoolean ? plainText(value).toLowerCase() === 'true' : (value ?? null);
}

function inExtension({ path, value, kind }: SingleOperation['asked']): JsonObject | undefined {
  if (path?.urn?.includes(':extension:') !== true || path.attribute === undefined || value === undefined) return undefined;
  if (kind === 'remove' || path.filter !== undefined) return undefined;
  return { [path.urn]: { [path.attribute]: path.sub === undefined ? value : { [path.sub]: value } } };
}

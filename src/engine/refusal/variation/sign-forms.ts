import { isObject, type Json, type JsonObject } from '../../../scim/json.js';
import { nameAttribute, type ResourceType } from '../../../scim/message.js';
import { changedTexts } from './changed-texts.js';
import type { SingleOperation } from './operations.js';
import type { ChangedBody, ChangedOperation } from './variation.js';

/** Signs that some targets, or the databases behind them, cannot take. */
const UNUSUAL = /[^A-Za-z0-9 .,_@:/-]/gu;

/** Of many different signs so many are asked about, each by itself. */
const MOST_SIGNS = 6;

/**
 * A body without the signs that a target may not take: each attribute in turn, then all of its texts.
 *
 * @param body the body that was refused
 * @param type the type of its resource, whose name alone is another form's business
 */
export function bodiesInPlainLetters(body: JsonObject, type: ResourceType): ChangedBody[] {
  const brought = Object.keys(body).filter((key) => key !== 'schemas');
  const keys = brought.filter((key) => key !== nameAttribute(type) && signsIn(body[key]).length > 0);
  const one = keys.map((key) => ({
    ...wordsFor(signsIn(body[key]), JSON.stringify(key), key),
    changed: { ...body, ...plainAt(body, [key]) },
  }));
  const signs = signsIn(brought.map((key) => body[key] ?? null));
  if (signs.length === 0 || brought.filter((key) => signsIn(body[key]).length > 0).length < 2) return one;
  return [...one, { ...wordsFor(signs, 'all of its texts'), changed: { ...body, ...plainAt(body, brought) } }];
}

/**
 * A body without one sign, each in turn, in an attribute without all of whose signs it is accepted.
 *
 * @param body the body that was refused
 * @param path the attribute; undefined: any
 */
export function bodiesWithoutEachSign(body: JsonObject, path: string | undefined): ChangedBody[] {
  const keys = path === undefined ? Object.keys(body).filter((key) => key !== 'schemas') : [path];
  const where = path === undefined ? 'all of its texts' : JSON.stringify(path);
  return each(signsIn(keys.map((key) => body[key] ?? null))).map((sign) => ({
    ...wordsFor([sign], where, path),
    changed: { ...body, ...plainAt(body, keys, sign) },
  }));
}

/**
 * An operation without the signs that a target may not take in its value.
 *
 * @param single an operation that was refused by itself
 * @param type the type of the resource
 */
export function operationInPlainLetters({ sent, asked }: SingleOperation, type: ResourceType): ChangedOperation[] {
  const signs = asked.attribute === 'members' || asked.kind === 'remove' ? [] : signsIn(asked.value);
  if (signs.length === 0) return [];
  return [
    {
      ...wordsFor(signs, JSON.stringify(asked.text), asked.text, nameCheck(asked, type)),
      changed: [{ ...sent, value: plain(sent['value'] ?? null) }],
    },
  ];
}

/**
 * An operation without one sign, each in turn.
 *
 * @param single an operation that is accepted without all of them
 * @param type the type of the resource
 */
export function operationsWithoutEachSign({ sent, asked }: SingleOperation, type: ResourceType): ChangedOperation[] {
  return each(signsIn(asked.value)).map((sign) => ({
    ...wordsFor([sign], JSON.stringify(asked.text), asked.text, nameCheck(asked, type)),
    changed: [{ ...sent, value: plain(sent['value'] ?? null, sign) }],
  }));
}

/**
 * A body with other values that have the same signs: where it is accepted as well, it was the values that were refused.
 *
 * @param body the body that was refused
 * @param path the attribute; undefined: any
 */
export function bodyWithOtherValues(body: JsonObject, path: string | undefined): ChangedBody {
  const keys = path === undefined ? Object.keys(body).filter((key) => key !== 'schemas') : [path];
  const changed = Object.fromEntries(keys.flatMap((key) => (body[key] === undefined ? [] : [[key, other(body[key])]])));
  const where = path === undefined ? 'its attributes' : JSON.stringify(path);
  return { difference: `with other values in ${where}`, ...(path === undefined ? {} : { path }), changed: { ...body, ...changed } };
}

/**
 * An operation with another value that has the same signs.
 *
 * @param single an operation that is accepted without them
 */
export function operationWithOtherValue({ sent, asked }: SingleOperation): ChangedOperation {
  const changed = [{ ...sent, value: other(sent['value'] ?? null) }];
  return {
    difference: `with another value in ${JSON.stringify(asked.text)}`,
    ...(asked.text === undefined ? {} : { path: asked.text }),
    changed,
  };
}

/** A value with a digit after the first sign of each text that has an unusual one. */
function other(value: Json): Json {
  return changedTexts(value, (text) => (signsIn(text).length === 0 ? text : text.replace(/^./su, '$&1')));
}

/** The signs that most often are not taken come first: those of the higher planes of Unicode, then those of ASCII. One sign is told apart by nothing. */
function each(signs: readonly string[]): readonly string[] {
  const rank = (sign: string): number => (sign.length > 1 ? 0 : sign < '\u0080' ? 1 : 2);
  return signs.length < 2 ? [] : [...signs].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_SIGNS);
}

function nameCheck({ attribute }: SingleOperation['asked'], type: ResourceType): ChangedOperation['check'] {
  if (type === 'Group') return attribute === 'displayname' ? 'SC2315' : 'SC1253';
  return attribute === 'username' ? 'SC1226' : 'SC1253';
}

function wordsFor(
  signs: readonly string[],
  where: string,
  path?: string,
  check: ChangedBody['check'] = 'SC1253',
): Omit<ChangedBody, 'changed'> {
  const [first = ''] = signs;
  const which = signs.length === 1 ? JSON.stringify(first) : `signs such as ${JSON.stringify(first)}`;
  return { difference: `without ${which} in ${where}`, check, ...(path === undefined ? {} : { path }) };
}

function plainAt(body: JsonObject, keys: readonly string[], sign?: string): JsonObject {
  return Object.fromEntries(keys.flatMap((key) => (body[key] === undefined ? [] : [[key, plain(body[key], sign)]])));
}

/** The unusual signs of all texts in a value, each once. */
function signsIn(value: Json | undefined): string[] {
  return [...new Set(textsOf(value ?? null).flatMap((text) => text.match(UNUSUAL) ?? []))];
}

/** All texts in a value, at any depth; what is JSON itself is a form of its own. */
function textsOf(value: Json): string[] {
  if (typeof value === 'string') return isJsonText(value) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return isObject(value) ? Object.values(value).flatMap(textsOf) : [];
}

function isJsonText(text: string): boolean {
  return /^[[{]/.test(text);
}

/** A value whose texts have letters in place of unusual signs, or of one of them: they are as long as before, which may be what a target minds. */
function plain(value: Json, sign?: string): Json {
  return changedTexts(value, (text) => {
    if (isJsonText(text)) return text;
    const letters = (found: string): string => 'x'.repeat(found.length);
    return sign === undefined ? text.replace(UNUSUAL, letters) : text.replaceAll(sign, letters);
  });
}

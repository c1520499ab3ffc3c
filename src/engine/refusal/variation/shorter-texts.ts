import { isObject, type Json, type JsonObject } from '../../../scim/json.js';
import { nameAttribute, type ResourceType, type ScimRequest } from '../../../scim/message.js';
import { changedTexts } from './changed-texts.js';
import type { SingleOperation } from './operations.js';
import { partsOf, pathOfPart } from './parts.js';
import type { ChangedBody, ChangedOperation } from './variation.js';

/** So many characters every attribute has room for. */
const SHORT = 12;

/** Shorter texts are too long for nobody. */
const LONG = 20;

/** Whatever its length, a part of it is another one. */
const OTHERS = /^(id|externalid|username|members|manager|schemas|meta)$/i;

/**
 * A body with short texts in an attribute without which it is accepted: where it is accepted as well, it was their length that the target
 * minds, and did not say.
 *
 * @param body the body that was refused
 * @param key the attribute
 * @param part the part of it without which the body is accepted; undefined: there is no such part
 */
export function bodyWithShorterTexts(body: JsonObject, key: string, part?: string): ChangedBody[] {
  if (OTHERS.test(key)) return [];
  const value = body[key] ?? null;
  const changed = part === undefined ? shorter(value) : shorterIn(value, part);
  if (JSON.stringify(changed) === JSON.stringify(value)) return [];
  const path = part === undefined ? key : pathOfPart(key, part);
  return [{ ...wordsFor(path), changed: { ...body, [key]: changed } }];
}

/**
 * A body with short texts in all of its attributes but the name, and then in each of them, and in each part of these, in turn.
 *
 * @param body the body that was refused
 * @param type the type of its resource
 */
export function bodiesWithShorterTexts(body: JsonObject, type: ResourceType): ChangedBody[] {
  const entries = Object.entries(body).filter(([key]) => !OTHERS.test(key) && key !== nameAttribute(type));
  const changed = { ...body, ...Object.fromEntries(entries.map(([key, value]) => [key, shorter(value)])) };
  if (JSON.stringify(changed) === JSON.stringify(body)) return [];
  const one = entries.flatMap(([key, value]) => [undefined, ...partsOf(value)].flatMap((part) => bodyWithShorterTexts(body, key, part)));
  return [{ difference: `with at most ${SHORT} characters in each of its texts`, check: 'SC2803', changed }, ...one];
}

/** Whether a create or a PUT brings texts that a target may find too long. */
export function hasLongTexts({ method, body, resourceType = 'User' }: ScimRequest): boolean {
  return method !== 'PATCH' && isObject(body) && bodiesWithShorterTexts(body, resourceType).length > 0;
}

/**
 * An operation with a short text in its value.
 *
 * @param single an operation that was refused by itself, in all other forms
 */
export function operationWithShorterText({ sent, asked }: SingleOperation): ChangedOperation[] {
  if (asked.kind === 'remove' || OTHERS.test(asked.attribute ?? '') || asked.text === undefined) return [];
  const value = sent['value'] ?? null;
  const changed = shorter(value);
  if (JSON.stringify(changed) === JSON.stringify(value)) return [];
  return [{ ...wordsFor(asked.text), changed: [{ ...sent, value: changed }] }];
}

function wordsFor(path: string): Omit<ChangedBody, 'changed'> {
  return { difference: `with at most ${SHORT} characters in ${JSON.stringify(path)}`, check: 'SC2803', path };
}

function shorterIn(value: Json, part: string): Json {
  if (Array.isArray(value)) return value.map((each) => shorterIn(each, part));
  if (!isObject(value) || value[part] === undefined) return value;
  return { ...value, [part]: shorter(value[part]) };
}

function shorter(value: Json): Json {
  return changedTexts(value, (text) => (text.length > LONG && isProse(text) ? [...text].slice(0, SHORT).join('').trim() : text));
}

/** What is no address, no identifier and no number, of which a part would be another one. */
function isProse(text: string): boolean {
  return /\p{L}/u.test(text) && !/@|:\/\/|^urn:|^[[{]/.test(text) && !/^\S*\d\S*$/.test(text);
}

import { wordsOf } from '../../../check/constraint/words.js';
import type { AttributeDefinition } from '../../../scim/attribute.js';
import { isObject, type Json, type JsonObject } from '../../../scim/json.js';
import { nameAttribute, type ResourceType, type ScimResponse } from '../../../scim/message.js';
import { parsePath } from '../../../scim/path.js';
import { changedTexts } from './changed-texts.js';
import type { OperationContext, SingleOperation } from './operations.js';
import type { Changed, ChangedBody, ChangedOperation } from './variation.js';

/** What no two resources share, or what is no value of its own. */
const APART: ReadonlySet<string> = new Set(['schemas', 'id', 'meta', 'externalid', 'active', 'members', 'groups', 'manager', 'password']);

const OF_CONFLICT = /\b(unique(ness)?|duplicate[sd]?|already (exists?|taken|in use|used)|conflicts?)\b/i;

/**
 * Whether a refusal says that somebody else has a value.
 *
 * @param response the refusal; undefined: there was no answer
 */
export function isConflict(response: ScimResponse | undefined): boolean {
  if (response === undefined || response.status < 400) return false;
  return response.status === 409 || OF_CONFLICT.test(wordsOf(response));
}

/**
 * A body with a value that nobody else has, in each attribute in turn that people or groups may have in common.
 *
 * @param body the body that was refused
 * @param context what it is read with
 * @param number of the trial within the run: what it sends is nobody's
 */
export function bodiesWithOwnValues(body: JsonObject, { type, schemas }: OperationContext, number: number): ChangedBody[] {
  return Object.keys(body).flatMap((key) => {
    if (isApart(key, type)) return [];
    const value = body[key] ?? null;
    const changed = ownValue(value, number);
    if (changed === undefined) return [];
    return [{ ...wordsFor(key, isDeclared(key, value, { type, schemas })), path: key, changed: { ...body, [key]: changed } }];
  });
}

/**
 * An operation with a value that nobody else has.
 *
 * @param single an operation that was refused by itself
 * @param context what it is read with
 * @param number of the trial within the run
 */
export function operationWithOwnValue(
  { sent, asked }: SingleOperation,
  { type, schemas }: OperationContext,
  number: number,
): ChangedOperation[] {
  if (asked.text === undefined || asked.attribute === undefined || asked.kind === 'remove' || isApart(asked.attribute, type)) return [];
  const changed = ownValue(sent['value'] ?? null, number);
  if (changed === undefined) return [];
  const words = wordsFor(asked.text, isDeclared(asked.text, asked.value ?? null, { type, schemas }));
  return [{ ...words, path: asked.text, changed: [{ ...sent, value: changed }] }];
}

/** @returns undefined for what has no text in it */
function ownValue(value: Json, number: number): Json | undefined {
  const changed = changedTexts(value, (text) => `${text} ${number}`);
  return JSON.stringify(changed) === JSON.stringify(value) ? undefined : changed;
}

/** The name by which a client knows somebody is unique by right. */
function isApart(key: string, type: ResourceType): boolean {
  const name = key.toLowerCase();
  return APART.has(name) || name === nameAttribute(type).toLowerCase();
}

function wordsFor(path: string, declared: boolean): Pick<Changed<Json>, 'difference' | 'check'> {
  return { difference: `with a value of its own in ${JSON.stringify(path)}`, check: declared ? 'SC2803' : 'SC1229' };
}

/** Whether /Schemas says of an attribute, or of a part of it that the value has, that no two resources share it. */
function isDeclared(key: string, value: Json, { type, schemas }: Pick<OperationContext, 'type' | 'schemas'>): boolean {
  const parts = isObject(value) ? Object.keys(value) : [];
  return [key, ...parts.map((part) => (key.startsWith('urn:') ? `${key}:${part}` : `${key}.${part}`))].some((text) => {
    const path = parsePath(text, schemas.urns);
    return path.ok && isUnique(schemas.find(path.value, type));
  });
}

function isUnique(definition: AttributeDefinition | undefined): boolean {
  return definition !== undefined && definition.uniqueness !== 'none';
}

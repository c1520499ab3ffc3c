import type { AttributeDefinition } from '../attribute.js';
import { sameValue } from '../compare.js';
import { matchesElement } from '../filter-match.js';
import { getMember, isObject, type Json, type JsonObject } from '../json.js';
import { impliedElement } from '../value-path.js';
import { coerce, coerceItem, coerceList } from './coerce.js';
import { refuse } from './failure.js';
import { isReference, itemIdentity, put } from './members.js';
import type { PatchOp } from './operation.js';
import { keepOnePrimary } from './primary.js';
import { mergeInto, unassign } from './singular.js';
import type { PatchContext, Target } from './target.js';

/**
 * Adds to or replaces the values of a multi-valued attribute (RFC 7644 §3.5.2.1, §3.5.2.3).
 *
 * @param op add or replace
 * @param target the attribute, the values that a filter selects, or a sub-attribute of either
 * @param value the value as it was sent
 * @param context the patch's settings
 * @throws PatchFailure invalidValue, mutability, noTarget
 */
export function writeMultiValued(op: Exclude<PatchOp, 'remove'>, target: Target, value: Json, context: PatchContext): void {
  const list = listOf(target);
  if (target.filter === undefined && target.sub === undefined) {
    writeWhole(op, target, list, value);
    return;
  }
  const selected = select(target, list);
  const isNew = selected.length === 0;
  if (isNew) {
    if (op === 'replace' && target.filter !== undefined && context.noMatch === 'noTarget') {
      refuseMatch(target);
    }
    if (sameValue(value, null)) return;
    selected.push(list.length);
    list.push(newElement(target));
  }
  const written = selected.map((index) => {
    const item = target.sub === undefined ? writeElement(op, target, list[index], value) : writeSub(target, target.sub, list[index], value);
    // A value that contradicts its filter would be created anew each time.
    if (isNew && target.filter !== undefined && !matchesElement(target.filter, item, target.definition)) refuseMatch(target);
    list[index] = item;
    return item;
  });
  if (isNew || mentionsPrimary(target, value)) keepOnePrimary(list, written);
  store(target, list);
}

/**
 * Removes values of a multi-valued attribute, or a sub-attribute of them (RFC 7644 §3.5.2.2). A filter that selects nothing
 * is no failure: a user who is not a member has been removed already. With `removeValue: 'listed'`, a `value` beside the
 * bare attribute names the values to remove, as Entra does with members.
 *
 * @param target the attribute, the values that a filter selects, or a sub-attribute of either
 * @param value the value as it was sent; undefined: none
 * @param context the patch's settings
 * @throws PatchFailure mutability when nothing is left of a required attribute
 */
export function removeMultiValued(target: Target, value: Json | undefined, context: PatchContext): void {
  const list = listOf(target);
  const { filter, sub, definition } = target;
  if (filter === undefined && sub === undefined) {
    const listed = value === undefined || value === null || context.removeValue === 'all' ? undefined : coerceList(value, definition);
    store(target, listed === undefined ? [] : withoutListed(list, listed, definition));
    return;
  }
  const selected = new Set(select(target, list));
  if (sub === undefined) {
    store(
      target,
      list.filter((_item, index) => !selected.has(index)),
    );
    return;
  }
  for (const item of list.filter((_item, index) => selected.has(index))) {
    if (isObject(item)) mergeInto(item, { [sub]: null }, definition);
  }
  store(target, list);
}

function listOf(target: Target): Json[] {
  const present = getMember(target.container, target.name);
  if (present === undefined || present === null) return [];
  return Array.isArray(present) ? [...present] : [present];
}

function store(target: Target, list: readonly Json[]): void {
  const assigned = list.filter((item) => !sameValue(item, null));
  if (assigned.length === 0) unassign(target);
  else put(target.container, target.name, assigned);
}

function select(target: Target, list: readonly Json[]): number[] {
  const { filter, definition } = target;
  return [...list.keys()].filter((index) => filter === undefined || matchesElement(filter, list[index] ?? null, definition));
}

function writeWhole(op: 'add' | 'replace', target: Target, list: Json[], value: Json): void {
  const items = coerceList(value, target.definition);
  if (op === 'replace') {
    keepOnePrimary(items, items);
    store(target, items);
    return;
  }
  const present = new Set(list.map((item) => itemIdentity(item, target.definition)));
  const added = items.filter((item) => !present.has(itemIdentity(item, target.definition)));
  list.push(...added);
  keepOnePrimary(list, added);
  if (added.length > 0) store(target, list);
}

function refuseMatch(target: Target): never {
  return refuse('noTarget', `No value of "${target.name}" matches the filter.`);
}

/** A value that the filter selects, made because none did; Entra expects it (F06 in the field, no word in the RFC). */
function newElement(target: Target): Json {
  const { filter, definition } = target;
  if (filter === undefined) return {};
  const element = impliedElement(filter, definition);
  if (!matchesElement(filter, element, definition)) refuseMatch(target);
  return definition === undefined || definition.type === 'complex' ? element : (element['value'] ?? null);
}

function writeSub(target: Target, sub: string, item: Json | undefined, value: Json): Json {
  const element: JsonObject = isObject(item) ? item : item === undefined || item === null ? {} : { value: item };
  mergeInto(element, { [sub]: coerce(value, target.subDefinition) }, target.definition);
  return element;
}

function writeElement(op: 'add' | 'replace', target: Target, item: Json | undefined, value: Json): Json {
  const { filter, definition } = target;
  if (Array.isArray(value) && value.length > 1) refuse('invalidValue', 'A value path takes one value.');
  const wanted = Array.isArray(value) ? (value[0] ?? null) : value;
  if (op === 'add' && isObject(item) && isObject(wanted)) {
    const changes = definition === undefined ? wanted : coerce(wanted, { ...definition, multiValued: false });
    if (isObject(changes)) mergeInto(item, changes, definition);
    return item;
  }
  const replacement = coerceItem(wanted, definition);
  // What made the old value match still holds for the new one, unless the new one says otherwise.
  return isObject(replacement) && filter !== undefined ? { ...impliedElement(filter, definition), ...replacement } : replacement;
}

function mentionsPrimary(target: Target, value: Json): boolean {
  if (target.sub !== undefined) return target.sub.toLowerCase() === 'primary';
  const sent = Array.isArray(value) ? value[0] : value;
  return isObject(sent) && getMember(sent, 'primary') !== undefined;
}

/** The values that are not listed for removal: references count by id, others by every sub-attribute that is listed. */
function withoutListed(list: readonly Json[], listed: readonly Json[], definition: AttributeDefinition | undefined): Json[] {
  const identities = new Set(listed.map((wanted) => itemIdentity(wanted, definition)));
  const described = listed.filter((wanted) => isObject(wanted) && (!isReference(definition) || getMember(wanted, 'value') === undefined));
  return list.filter((item) => !identities.has(itemIdentity(item, definition)) && !described.some((wanted) => hasAll(item, wanted)));
}

function hasAll(item: Json, wanted: Json): boolean {
  if (!isObject(item) || !isObject(wanted)) return false;
  return Object.entries(wanted).every(([name, member]) => sameValue(getMember(item, name), member));
}

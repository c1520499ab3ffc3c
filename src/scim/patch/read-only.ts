import { sameValue } from '../compare.js';
import { matchesElement } from '../filter-match.js';
import { getMember, isObject, type Json } from '../json.js';
import { refuse } from './failure.js';
import type { PatchOp } from './operation.js';
import type { PatchContext, Target } from './target.js';

/**
 * Deals with operations on readOnly attributes and sub-attributes, which a client must not change (RFC 7644 §3.5.2) but
 * may repeat, as Okta repeats the id.
 *
 * @param op the operation
 * @param target its target
 * @param value the value as it was sent; undefined: none
 * @param context the patch's settings
 * @returns true when nothing is left to do
 * @throws PatchFailure mutability, when a change is to be refused
 */
export function isSettled(op: PatchOp, target: Target, value: Json | undefined, context: PatchContext): boolean {
  if (context.readOnly === 'refuse') checkSubAttributes(op, target, value);
  if (target.definition?.mutability !== 'readOnly' && target.subDefinition?.mutability !== 'readOnly') return false;
  const wanted = op === 'remove' ? null : (value ?? null);
  if (
    context.readOnly === 'refuse' &&
    !currentValues(target).every((current) => sameValue(current, wanted, target.subDefinition ?? target.definition))
  ) {
    refuse('mutability', `"${target.name}" is readOnly.`);
  }
  return true;
}

/** A readOnly sub-attribute inside the value of a singular complex attribute: `manager.displayName`. */
function checkSubAttributes(op: PatchOp, target: Target, value: Json | undefined): void {
  const { definition, sub, container, name } = target;
  if (op === 'remove' || sub !== undefined || definition?.multiValued !== false || definition.mutability === 'readOnly') return;
  if (!isObject(value)) return;
  const present = getMember(container, name);
  for (const known of definition.subAttributes ?? []) {
    const wanted = getMember(value, known.name);
    if (known.mutability !== 'readOnly' || wanted === undefined) continue;
    const current = isObject(present) ? getMember(present, known.name) : undefined;
    if (!sameValue(current, wanted, known)) refuse('mutability', `"${name}.${known.name}" is readOnly.`);
  }
}

/** The values that the operation would change; one absent value when there are none. */
function currentValues(target: Target): (Json | undefined)[] {
  const { container, name, definition, filter, sub } = target;
  const present = getMember(container, name);
  if (filter === undefined && sub === undefined) return [present];
  const items = Array.isArray(present) ? present : present === undefined ? [] : [present];
  const selected = items.filter((item) => filter === undefined || matchesElement(filter, item, definition));
  const values = sub === undefined ? selected : selected.map((item) => (isObject(item) ? getMember(item, sub) : undefined));
  return values.length === 0 ? [undefined] : values;
}

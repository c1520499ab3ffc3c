import type { MappedAttribute } from '../../mapping/mapping.js';
import type { Json } from '../../scim/json.js';
import { otherValue } from './other.js';

type Plain = string | number | boolean;

/**
 * Two different values for an attribute that is a list of plain values; one, where there is no other of its kind.
 *
 * @param row the attribute's row in the mapping
 * @param first a value for it
 */
export function listOf(row: MappedAttribute, first: Plain): Json[] {
  const second = typeof first === 'boolean' ? undefined : otherValue(row, first);
  return isPlain(second) ? [first, second] : [first];
}

/**
 * Another list for the attribute: all but the last value stay, so that a target which adds to a list, or keeps its old one, is seen.
 *
 * @param row the attribute's row in the mapping
 * @param held the list that it has now
 * @returns undefined when its elements are no plain values
 */
export function otherList(row: MappedAttribute, held: readonly Json[]): Json[] | undefined {
  const last = held.at(-1);
  const other = isPlain(last) ? otherValue(row, last) : undefined;
  if (!isPlain(other)) return undefined;
  const kept = held.slice(0, -1);
  return kept.includes(other) ? kept : [...kept, other];
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

import type { ResourceType } from '../../scim/message.js';
import type { Diagnostic } from '../../yaml/diagnostic.js';
import type { Path, YamlDocument } from '../../yaml/document.js';
import { nearest } from '../../yaml/nearest.js';
import { NEED_NAMES } from '../needs.js';
import type { AttributeBook } from './attribute-book.js';

/** A file, and the attributes that it may name. */
export interface Reading {
  readonly document: YamlDocument;
  readonly attributes: AttributeBook;
}

const BOTH: readonly ResourceType[] = ['User', 'Group'];

/**
 * Checks a target path: it must parse, and the standard or the mapping must have what it names.
 *
 * @param reading the file
 * @param at where the path stands
 * @param text the path
 * @param type the resource type that it addresses; undefined when it may be either
 * @param side whether the path is a map key or a value
 */
export function pathProblems(
  { document, attributes }: Reading,
  at: Path,
  text: string,
  type?: ResourceType,
  side: 'key' | 'value' = 'value',
): Diagnostic[] {
  const parsed = attributes.parse(text);
  if (!parsed.ok) {
    return [document.problem(at, `"${text}" is no attribute path: ${parsed.message}`, { at: side, offset: parsed.offset })];
  }
  const misnomer = attributes.misnomer(parsed.value, type === undefined ? BOTH : [type]);
  return misnomer === undefined ? [] : [document.problem(at, misnomer.message, { at: side, hint: misnomer.hint })];
}

/**
 * Checks an item of `needs`: a capability or a target path.
 *
 * @param reading the file
 * @param at where the item stands
 * @param need the item
 */
export function capabilityOrPath(reading: Reading, at: Path, need: string): Diagnostic[] {
  if (need === '' || NEED_NAMES.includes(need)) return [];
  const { attributes, document } = reading;
  const parsed = attributes.parse(need);
  const misnomer = parsed.ok ? attributes.misnomer(parsed.value, BOTH) : undefined;
  const meant = nearest(need, NEED_NAMES);
  if (misnomer !== undefined && meant !== undefined) {
    return [document.problem(at, `"${need}" is neither a capability nor an attribute`, { hint: `Did you mean "${meant}"?` })];
  }
  return pathProblems(reading, at, need);
}

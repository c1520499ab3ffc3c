import type { MappedType } from '../mapping.js';

const TYPES: Readonly<Record<string, MappedType>> = {
  string: 'String',
  strings: 'String',
  text: 'String',
  boolean: 'Boolean',
  bool: 'Boolean',
  integer: 'Integer',
  int: 'Integer',
  datetime: 'DateTime',
  date: 'DateTime',
  reference: 'Reference',
  references: 'Reference',
  binary: 'Binary',
  decimal: 'Decimal',
  double: 'Decimal',
};

/**
 * The type that a cell names, in any letter case.
 *
 * @param text the cell's text
 * @returns undefined for a text that names no type of Entra's mapping editor
 */
export function typeNamed(text: string): MappedType | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]/g, '');
  return Object.hasOwn(TYPES, word) ? TYPES[word] : undefined;
}

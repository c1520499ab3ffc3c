import { defined } from '../../base/defined.js';
import { cellText } from './cell-text.js';
import { splitCells } from './cells.js';

/** Which cell of a row says what, counted from 0. */
export interface Columns {
  /** How many cells the header has. */
  readonly count: number;
  readonly name: number;
  readonly type?: number;
  readonly filterable?: number;
  readonly required?: number;
  /** Which resources the header names: `User Attribute`. */
  readonly of?: 'users' | 'groups';
}

const NAME =
  /^(?:scim |target |app(?:lication)? |(users?|groups?) )?(?:target )?(?:attribute|variable|property|field)s?(?: names?| paths?)?$/;
/** A column of the directory's attributes: what is mapped from, not to. */
const SOURCE = /\b(?:entra|azure|source|directory|ad)\b/;
const TYPE = /^(?:(?:data|attribute|scim|value) ?)?types?$/;
const FILTER = /filter/;
const REQUIRED = /^(?:is )?(?:required|mandatory)\b|\brequired\??$/;

/**
 * Reads a line as the header of a mapping table: `|Attribute|Type|Supported for filtering|Required by X|`, in any letter
 * case, with or without the outer pipes.
 *
 * @param line any line
 * @returns the columns, or undefined when the line is no such header
 */
export function headerOf(line: string): Columns | undefined {
  if (!line.includes('|')) return undefined;
  const cells = splitCells(line).cells.map((cell) => cellText(cell).toLowerCase().replace(/\s+/g, ' '));
  const plain = cells.findIndex((cell) => NAME.test(cell));
  const name = plain === -1 ? cells.findIndex((cell) => /\battributes?$/.test(cell) && !SOURCE.test(cell)) : plain;
  if (name === -1) return undefined;
  const find = (pattern: RegExp): number | undefined => {
    const at = cells.findIndex((cell, index) => index !== name && pattern.test(cell));
    return at === -1 ? undefined : at;
  };
  const columns = { type: find(TYPE), filterable: find(FILTER), required: find(REQUIRED) };
  if (columns.type === undefined && columns.filterable === undefined && columns.required === undefined) return undefined;
  const whose = NAME.exec(cells[name] ?? '')?.[1];
  return {
    count: cells.length,
    name,
    ...defined({ type: columns.type, filterable: columns.filterable, required: columns.required }),
    ...(whose === undefined ? {} : { of: whose.startsWith('u') ? 'users' : 'groups' }),
  };
}

/**
 * The columns of a table whose header cannot be read: the order that all tutorials keep.
 *
 * @param count how many cells the delimiter row has
 */
export function usualColumns(count: number): Columns {
  return {
    count: Math.max(2, count),
    name: 0,
    type: 1,
    ...(count > 2 ? { filterable: 2 } : {}),
    ...(count > 3 ? { required: 3 } : {}),
  };
}

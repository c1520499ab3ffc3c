import { cellText } from './cell-text.js';
import { splitCells } from './cells.js';
import type { Columns } from './header.js';
import type { FoundRow } from './join.js';
import { markOf } from './marks.js';
import { looksLikePath } from './row-shape.js';
import { typeNamed } from './types.js';
import type { Warning } from './warning.js';

/** A row of a mapping table, as the table has it. */
export interface TableRow {
  /** The attribute, escapes undone: `emails[type eq "work"].value`. */
  readonly name: string;
  /** The text of the type cell; empty when there is none. */
  readonly type: string;
  readonly filterable: boolean;
  readonly required: boolean;
  /** Line on which the row begins, counted from 1. */
  readonly line: number;
}

/** Rows that one line holds (one, unless a line break is missing), and what is odd about them. */
export interface ReadRow {
  readonly rows: readonly TableRow[];
  readonly warnings: readonly Warning[];
}

/**
 * Reads the cells of a row by their position; missing cells are empty.
 *
 * @param found the row's text and line
 * @param columns the table's columns
 */
export function readRow(found: FoundRow, columns: Columns): ReadRow {
  return readCells(splitCells(found.text).cells, found.line, columns);
}

function readCells(given: readonly string[], line: number, columns: Columns): ReadRow {
  const warnings: Warning[] = [];
  const warn = (message: string): void => {
    warnings.push({ line, message });
  };
  const cells = withoutDoubledPipe(given, columns);
  if (cells !== given) warn('The row begins with two pipes; the second is taken for a mistake.');
  const next = secondRow(cells, columns);
  const own = next === undefined ? cells : cells.slice(0, next);
  const name = cellText(own[columns.name] ?? '');
  const rest = next === undefined ? { rows: [], warnings: [] } : readCells(cells.slice(next), line, columns);
  if (next !== undefined) warn('The line holds two rows; both are read.');
  if (name === '') {
    warn(`The row has no attribute and is left out: ${shown(own)}.`);
    return { rows: rest.rows, warnings: [...warnings, ...rest.warnings] };
  }
  if (/\\["']/.test(own[columns.name] ?? '')) warn(`The quotes in "${name}" have backslashes before them in the table; they are left out.`);
  const excess = own.slice(columns.count).filter((cell) => cell !== '');
  if (excess.length > 0) warn(`The row of "${name}" has more cells than the header; ${shown(excess)} is not read.`);
  const mark = (column: number | undefined, title: string): boolean => {
    const text = column === undefined ? '' : cellText(own[column] ?? '');
    const value = markOf(text);
    if (value === undefined) warn(`"${short(text)}" under "${title}" of "${name}" is no mark that is known; it is taken for no.`);
    return value ?? false;
  };
  const type = columns.type === undefined ? 'String' : cellText(own[columns.type] ?? '');
  if (type === '') warn(`The row of "${name}" has no type.`);
  else if (typeNamed(type) === undefined) warn(`"${short(type)}", the type of "${name}", is none that Entra's mapping editor knows.`);
  const row = {
    name,
    type,
    filterable: mark(columns.filterable, 'Supported for filtering'),
    required: mark(columns.required, 'Required'),
    line,
  };
  return { rows: [row, ...rest.rows], warnings: [...warnings, ...rest.warnings] };
}

/** `||userName|String|`: the first cell is empty although the attribute and its type follow. */
function withoutDoubledPipe(cells: readonly string[], columns: Columns): readonly string[] {
  const doubled =
    columns.name === 0 &&
    columns.type === 1 &&
    cells[0] === '' &&
    looksLikePath(cells[1] ?? '') &&
    typeNamed(cellText(cells[2] ?? '')) !== undefined;
  return doubled ? cells.slice(1) : cells;
}

/** Where a second row begins on the same line: an attribute with a known type after it, behind the first row's type. */
function secondRow(cells: readonly string[], columns: Columns): number | undefined {
  if (columns.name !== 0 || columns.type !== 1) return undefined;
  for (let at = 2; at < cells.length; at += 1) {
    if (looksLikePath(cells[at] ?? '') && typeNamed(cellText(cells[at + 1] ?? '')) !== undefined) return at;
  }
  return undefined;
}

function shown(cells: readonly string[]): string {
  return short(cells.filter((cell) => cell !== '').join(' | ')) || 'nothing';
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

import { cellText } from './cell-text.js';
import type { Columns } from './header.js';
import { isMark, markOf } from './marks.js';
import { typeNamed } from './types.js';

/**
 * Tells whether a cell looks like an attribute path, however misspelt: `emails.[type eq "work"].address`.
 *
 * @param cell the cell's source
 */
export function looksLikePath(cell: string): boolean {
  const text = cellText(cell);
  const bare = text.replace(/\[[^\]]*\]/, '');
  return /^[A-Za-z_$][\w$.:/-]*$/.test(bare) && typeNamed(text) === undefined && !isMark(text);
}

/**
 * Tells whether cells are beyond doubt a row: an attribute, a known type, and marks where marks belong.
 *
 * @param cells the cells' sources
 * @param columns the table's columns
 */
export function isSoundRow(cells: readonly string[], columns: Columns): boolean {
  if (cells.length > columns.count || !looksLikePath(cells[columns.name] ?? '')) return false;
  const type = columns.type === undefined ? 'String' : cellText(cells[columns.type] ?? '');
  const marks = [columns.filterable, columns.required].filter((column) => column !== undefined);
  return typeNamed(type) !== undefined && marks.every((column) => markOf(cellText(cells[column] ?? '')) !== undefined);
}

/**
 * Tells whether a line goes on with a row that another line began: its first cell holds a type or a mark.
 *
 * @param cells the cells' sources
 */
export function isRemainder(cells: readonly string[]): boolean {
  const first = cellText(cells.find((cell) => cell !== '') ?? '');
  return typeNamed(first) !== undefined || isMark(first);
}

/** What begins a block of its own in Markdown: list item, heading, quotation, HTML, image, rule, fence, include. */
const BLOCK = /^(?:\d{1,9}[.)]\s|[-*+]\s|#{1,6}\s|>|<|!\[|\[!|`{3}|~{3}|:{3})/;

/**
 * Tells whether a line begins something that is no row of a table.
 *
 * @param line the line
 */
export function startsBlock(line: string): boolean {
  return BLOCK.test(line.trim());
}

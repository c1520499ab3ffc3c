import { cellText } from './cell-text.js';
import { splitCells } from './cells.js';
import type { Columns } from './header.js';
import { isRemainder, isSoundRow } from './row-shape.js';

/** A row as it was found: its text, perhaps from several lines, and the line on which it begins. */
export interface FoundRow {
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
}

/**
 * Joins a line to the row before it, when that row was broken over two lines: in an article it happens between two
 * cells, and may happen inside one.
 *
 * @param before the row before, as it was found
 * @param line the line after it
 * @param columns the table's columns
 * @returns the text of the whole row, or undefined when the line does not belong to the row before
 */
export function joined(before: FoundRow, line: string, columns: Columns): string | undefined {
  const first = splitCells(before.text);
  const second = splitCells(line);
  if (second.cells.every((cell) => cell === '') || first.cells.length + second.cells.length > columns.count + 1) return undefined;
  // A row of its own, unless the row before ends in the middle of its first cell and this line begins without a pipe.
  const torn = first.cells.length === 1 && !first.closed && !second.opened;
  if (isSoundRow(second.cells, columns) && !torn) return undefined;
  if (isRemainder(second.cells)) return afterCell(before, first.closed, first.cells, line, second.opened, columns);
  // A break inside a cell: only the text of both together makes sense.
  if (first.closed || second.opened) return undefined;
  const whole = `${before.text}${line}`;
  return isSoundRow(splitCells(whole).cells, columns) ? whole : undefined;
}

function afterCell(
  before: FoundRow,
  closed: boolean,
  cells: readonly string[],
  line: string,
  opened: boolean,
  columns: Columns,
): string | undefined {
  const typed = columns.type === undefined || cellText(cells[columns.type] ?? '') !== '';
  // `|active|Boolean|` followed by a stray mark: a complete row is not made longer.
  if (typed && closed) return undefined;
  const text = closed ? before.text.trimEnd().replace(/\|$/, '') : before.text;
  const whole = `${text}${opened ? '' : '|'}${line}`;
  if (isSoundRow(splitCells(whole).cells, columns)) return whole;
  const direct = `${text}${line}`;
  return isSoundRow(splitCells(direct).cells, columns) ? direct : undefined;
}

import { isDelimiter, isEmptyRow, splitCells } from './cells.js';
import { type Columns, headerOf } from './header.js';
import { type FoundRow, joined } from './join.js';
import { readRow, type TableRow } from './row.js';
import { isRemainder, isSoundRow, looksLikePath, startsBlock } from './row-shape.js';
import type { SourceLines } from './source-lines.js';
import type { Warning } from './warning.js';

/** The rows below a header. */
export interface TableBody {
  readonly rows: readonly TableRow[];
  readonly warnings: readonly Warning[];
  /** Index of the first line after the table. */
  readonly end: number;
}

/**
 * Reads the rows below a header until something else begins. Each line up to there is part of a row or has a warning.
 *
 * @param source the document
 * @param start index of the first line after header and delimiter row
 * @param columns the table's columns
 */
export function readBody(source: SourceLines, start: number, columns: Columns): TableBody {
  const found: FoundRow[] = [];
  const warnings: Warning[] = [];
  let at = start;
  for (; at < source.lines.length; at += 1) {
    const text = source.lines[at] ?? '';
    const line = at + 1;
    const what = source.hidden(at) ? 'end' : kindOf(source, at, columns);
    if (what === 'end') break;
    if (what === 'gap') {
      at = afterBlank(source, at) - 1;
      warnings.push({ line, message: 'A blank line splits the table; the rows after it are read as part of it.' });
      continue;
    }
    if (what === 'empty') {
      warnings.push({ line, message: 'A row without any text is left out.' });
      continue;
    }
    if (what === 'delimiter') {
      warnings.push({ line, message: 'A second delimiter row stands among the rows; it is left out.' });
      continue;
    }
    const before = found.at(-1);
    const whole = before === undefined ? undefined : joined(before, text, columns);
    if (before !== undefined && whole !== undefined) {
      found[found.length - 1] = { text: whole, line: before.line };
      warnings.push({ line, message: `The row that begins in line ${before.line} is broken over two lines; both are read as one row.` });
      continue;
    }
    const { cells, opened } = splitCells(text);
    if (isRemainder(cells)) {
      warnings.push({ line, message: `The line belongs to no row and is left out: ${text.slice(0, 80)}` });
      continue;
    }
    if (!opened && !looksLikePath(cells[0] ?? '')) {
      warnings.push({ line, message: 'Text follows the table without a blank line; it is not read as a row.' });
      break;
    }
    if (!opened) warnings.push({ line, message: 'The row has no pipe before its first cell; it is read as a row.' });
    found.push({ text, line });
  }
  const read = found.map((row) => readRow(row, columns));
  return { rows: read.flatMap(({ rows }) => rows), warnings: [...warnings, ...read.flatMap((row) => row.warnings)], end: at };
}

type Kind = 'row' | 'gap' | 'empty' | 'delimiter' | 'end';

function kindOf(source: SourceLines, at: number, columns: Columns): Kind {
  const text = source.lines[at] ?? '';
  if (text === '') return continuesAfterBlank(source, at) ? 'gap' : 'end';
  if (headerOf(text) !== undefined) return 'end';
  if (isEmptyRow(text)) return 'empty';
  if (isDelimiter(text)) return 'delimiter';
  if (/^(?:-{3,}|\*{3,}|_{3,})$/.test(text)) return 'end';
  // A delimiter row makes the line above it the header of a new table, unless that line is beyond doubt a row.
  if (isDelimiter(source.lines[at + 1] ?? '') && text.includes('|') && !isSoundRow(splitCells(text).cells, columns)) return 'end';
  return startsBlock(text) ? 'end' : 'row';
}

/** Whether rows go on after blank lines: with a line that begins like a row and is no header of another table. */
function continuesAfterBlank(source: SourceLines, at: number): boolean {
  const next = afterBlank(source, at);
  const text = source.lines[next] ?? '';
  if (!text.startsWith('|') || source.hidden(next) || headerOf(text) !== undefined) return false;
  const { cells } = splitCells(text);
  return looksLikePath(cells[0] ?? '') && !isDelimiter(source.lines[next + 1] ?? '');
}

function afterBlank(source: SourceLines, at: number): number {
  let next = at;
  while (next < source.lines.length && source.lines[next] === '') next += 1;
  return next;
}

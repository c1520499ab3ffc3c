import { isDelimiter, splitCells } from './cells.js';
import { type Columns, headerOf, usualColumns } from './header.js';
import type { TableRow } from './row.js';
import { isSoundRow, looksLikePath } from './row-shape.js';
import type { SourceLines } from './source-lines.js';
import { readBody } from './table.js';
import { typeNamed } from './types.js';
import type { Warning } from './warning.js';

/** A mapping table. */
export interface MappingTable {
  /** Line of the header, counted from 1. */
  readonly line: number;
  readonly columns: Columns;
  /** The header's cells as they stand. */
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

/**
 * Finds the mapping tables of a document by their headers, wherever they stand, and reads them. Lines that look like
 * rows and belong to no table are warned of.
 *
 * @param source the document
 */
export function readTables(source: SourceLines): { tables: MappingTable[]; warnings: Warning[] } {
  const tables: MappingTable[] = [];
  const warnings: Warning[] = [];
  let at = 0;
  while (at < source.lines.length) {
    const start = source.hidden(at) ? undefined : startAt(source, at);
    if (start === undefined) {
      const stray = strayRow(source, at);
      if (stray !== undefined) warnings.push({ line: at + 1, message: stray });
      at += 1;
      continue;
    }
    const body = readBody(source, start.body, start.columns);
    warnings.push(...start.warnings, ...body.warnings);
    tables.push({ line: at + 1, columns: start.columns, header: start.header, rows: body.rows });
    at = Math.max(body.end, start.body);
  }
  return { tables, warnings };
}

interface Start {
  readonly columns: Columns;
  readonly header: readonly string[];
  /** Index of the first line after header and delimiter row. */
  readonly body: number;
  readonly warnings: readonly Warning[];
}

function startAt(source: SourceLines, at: number): Start | undefined {
  const text = source.lines[at] ?? '';
  if (!text.includes('|')) return undefined;
  const next = source.lines[at + 1] ?? '';
  const columns = headerOf(text);
  const line = at + 1;
  if (columns !== undefined) {
    const header = splitCells(text).cells;
    if (isDelimiter(next)) return { columns, header, body: at + 2, warnings: [] };
    const broken = brokenHeader(source, at);
    if (broken !== undefined) return broken;
    const rowsFollow = source.lines.slice(at + 1, at + 4).some((each) => isSoundRow(splitCells(each).cells, columns));
    if (columns.type === undefined || !rowsFollow) return undefined;
    const message = 'The table has no delimiter row below its header; its rows are read all the same.';
    return { columns, header, body: at + 1, warnings: [{ line, message }] };
  }
  const first = isDelimiter(text) ? at : at + 1;
  if (!isDelimiter(source.lines[first] ?? '')) return headless(source, at);
  const guessed = usualColumns(splitCells(source.lines[first] ?? '').cells.length);
  if (!isSoundRow(splitCells(source.lines[first + 1] ?? '').cells, guessed)) return undefined;
  const body = isSoundRow(splitCells(text).cells, guessed) ? at : first + 1;
  const message = 'The header of the table is not known; its columns are taken for attribute, type, filtering, required.';
  return { columns: guessed, header: [], body, warnings: [{ line, message }] };
}

/** Two rows one below the other that can be nothing else: a table whose header is missing. */
function headless(source: SourceLines, at: number): Start | undefined {
  const columns = usualColumns(4);
  const [first = '', second = ''] = source.lines.slice(at, at + 2);
  const sound = (line: string): boolean => line.startsWith('|') && isSoundRow(splitCells(line).cells, columns);
  if (!sound(first) || !sound(second)) return undefined;
  const message = 'The table has no header; its columns are taken for attribute, type, filtering, required.';
  return { columns, header: [], body: at, warnings: [{ line: at + 1, message }] };
}

/** A header broken over two lines: the delimiter row comes after the second. */
function brokenHeader(source: SourceLines, at: number): Start | undefined {
  const [first = '', second = '', third = ''] = source.lines.slice(at, at + 3);
  if (!second.includes('|') || !isDelimiter(third)) return undefined;
  const whole = `${first.replace(/\|$/, '')}${second.startsWith('|') ? '' : '|'}${second}`;
  const columns = headerOf(whole);
  if (columns === undefined || columns.count !== splitCells(third).cells.length) return undefined;
  const message = 'The header is broken over two lines; both are read as one.';
  return { columns, header: splitCells(whole).cells, body: at + 3, warnings: [{ line: at + 1, message }] };
}

/** What to say of a line that looks like a row outside every table. */
function strayRow(source: SourceLines, at: number): string | undefined {
  const text = source.lines[at] ?? '';
  if (!text.includes('|')) return undefined;
  const { cells } = splitCells(text);
  const isRow = (cell: string, index: number): boolean => looksLikePath(cell) && typeNamed(cells[index + 1] ?? '') !== undefined;
  if (!cells.some(isRow)) return undefined;
  const why = source.hidden(at) ? 'stands inside code or a comment' : 'belongs to no table';
  return `The line looks like a row of a mapping table, but ${why}; it is not read: ${text.slice(0, 80)}`;
}

import { graphemes, widthOf } from '../base/text-width.js';
import { lineOf } from './lines.js';
import type { Position } from './position.js';

/** Something in a file that keeps it from being used. */
export interface Diagnostic {
  /** Columns count UTF-16 code units from 1, as editors do. */
  readonly position: Position;
  /** One clause, without a full stop: `unknown key "sett"`. */
  readonly message: string;
  /** What to do, or what was probably meant; a full sentence. */
  readonly hint?: string;
  /** The source line that `position` points into. */
  readonly lineText: string;
  /**
   * Which part of reading the file found it: the YAML itself, the form that the JSON schema describes, or the meaning
   * (references, paths, variables), which no schema can express.
   */
  readonly stage: 'yaml' | 'shape' | 'meaning';
}

/** A longer source line is shown as a window around the caret. */
const WINDOW = 120;
const LEAD = 60;

/**
 * A problem as text for people: place and message, the source line, a caret under the column, and the hint.
 * Control and direction characters of the source line are shown as `�`, so that a file cannot steer the terminal.
 *
 * @param problem the problem
 * @param sourceText the whole file; without it the line that the problem carries is shown
 */
export function formatDiagnostic(problem: Diagnostic, sourceText?: string): string {
  const { file, line, column } = problem.position;
  const source = sourceText === undefined ? problem.lineText : lineOf(sourceText, line);
  const lines = [`${harmless(file)}:${line}:${column}  ${harmless(problem.message)}`];
  if (source.trim() !== '') lines.push(...excerpt(source, column));
  if (problem.hint !== undefined) lines.push(`  ${harmless(problem.hint)}`);
  return lines.join('\n');
}

/** The source line with a caret under the column; blanks before the caret are as wide as the text above them. */
function excerpt(source: string, column: number): [string, string] {
  const from = column > WINDOW ? column - LEAD : 0;
  const shown = source.slice(from, from + WINDOW * 2);
  let before = from > 0 ? '…' : '';
  let padding = from > 0 ? ' ' : '';
  let offset = from;
  let rest = '';
  for (const grapheme of graphemes(shown)) {
    const printed = harmless(grapheme);
    if (offset + grapheme.length <= column - 1) {
      before += printed;
      padding += printed === '\t' ? '\t' : ' '.repeat(printed === grapheme ? widthOf(grapheme) : printed.length);
    } else if (rest.length < WINDOW) {
      rest += printed;
    }
    offset += grapheme.length;
  }
  return [`  ${before}${rest}`, `  ${padding}^`];
}

/** Text that a terminal shows and does not obey: C0, C1, DEL, direction marks and line separators become `�`. */
function harmless(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
  return text.replace(/[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069]/g, '\uFFFD');
}

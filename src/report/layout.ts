import { graphemes, widthOf } from '../base/text-width.js';
import { escapeTerminal } from './escape.js';

/** How a piece of text looks where there are colours. */
export type Style = 'plain' | 'strong' | 'dim' | 'good' | 'warn' | 'bad' | 'code';

export interface Span {
  readonly text: string;
  readonly style: Style;
}

/** One line of a report for people. Its text is free of line breaks and control characters once it passed `span`. */
export type Line = readonly Span[];

/** An empty line. */
export const BLANK: Line = [];

/**
 * A piece of a line. Every text passes the escape here, wherever it came from.
 *
 * @param text any text
 * @param style how it looks
 */
export function span(text: string, style: Style = 'plain'): Span {
  return { text: escapeTerminal(text), style };
}

/**
 * A line as plain text.
 *
 * @param line the line
 */
export function plain(line: Line): string {
  return line
    .map((each) => each.text)
    .join('')
    .trimEnd();
}

/**
 * Fills a text up with spaces on the right.
 *
 * @param text text without control characters
 * @param width in columns
 */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/**
 * Shortens a text, saying how long it was.
 *
 * @param text any text
 * @param limit in UTF-16 code units
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}… (${text.length} characters)`;
}

/**
 * Cuts a text to a width, with an ellipsis at the end.
 *
 * @param text text without control characters
 * @param width in columns, at least 1
 */
export function clip(text: string, width: number): string {
  return cut(text, width)[1] === '' ? text : `${cut(text, width - 1)[0]}…`;
}

/**
 * Breaks a text into lines: at spaces, between the members of compact JSON, and, where a word is longer than a line, inside it.
 *
 * @param text any text; it is escaped first
 * @param width in columns, at least 2
 * @returns at least one line
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of escapeTerminal(text).split(/(?<= )(?! )|(?<=,)(?=["{])/)) {
    if (widthOf(line + word.trimEnd()) <= width) {
      line += word;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    let [head, tail] = cut(word, width);
    while (tail.trim() !== '') {
      lines.push(head);
      [head, tail] = cut(tail, width);
    }
    line = head + tail;
  }
  return line.trim() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** Splits a text so that the first part is at most `width` columns wide; the first part is never empty. */
function cut(text: string, width: number): [string, string] {
  let head = '';
  let columns = 0;
  for (const character of graphemes(text)) {
    columns += widthOf(character);
    if (columns > width && head !== '') break;
    head += character;
  }
  return [head, text.slice(head.length)];
}

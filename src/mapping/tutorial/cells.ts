/** One line of a table, taken apart. */
export interface Cells {
  /** Text of each cell, without the blanks around it; an escaped pipe is a pipe. */
  readonly cells: readonly string[];
  /** Whether the line begins with a pipe. */
  readonly opened: boolean;
  /** Whether the line ends with a pipe that closes the last cell. */
  readonly closed: boolean;
}

/**
 * Splits a line at its pipes. The pipe before the first cell and the one after the last are optional, and neither makes
 * a cell of its own (GFM 0.29, "Tables (extension)").
 *
 * @param line any line
 */
export function splitCells(line: string): Cells {
  const text = line.trim();
  const pieces: string[] = [''];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '\\' && text[at + 1] === '|') {
      pieces[pieces.length - 1] += '|';
      at += 1;
    } else if (character === '|') {
      pieces.push('');
    } else {
      pieces[pieces.length - 1] += character;
    }
  }
  const opened = pieces.length > 1 && pieces[0] === '';
  const closed = pieces.length > (opened ? 2 : 1) && pieces.at(-1) === '';
  const cells = pieces.slice(opened ? 1 : 0, closed ? -1 : undefined).map((piece) => piece.trim());
  return { cells, opened, closed };
}

/**
 * Tells whether a line is a delimiter row: `|---|:--:|`, or `+---+---+` as other notations draw it.
 *
 * @param line any line
 */
export function isDelimiter(line: string): boolean {
  return (/^[\s|:-]+$/.test(line) && /-/.test(line) && line.includes('|')) || /^\s*\+(?:[-=:]+\+)+\s*$/.test(line);
}

/**
 * Tells whether a line holds pipes and blanks only.
 *
 * @param line any line
 */
export function isEmptyRow(line: string): boolean {
  return /^[\s|]+$/.test(line) && line.includes('|');
}

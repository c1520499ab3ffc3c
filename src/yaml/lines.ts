/** Turns offsets into lines and columns. The YAML parser's own counter loses lines that stand inside a syntax error. */
export interface LineIndex {
  /**
   * The place of an offset.
   *
   * @param offset UTF-16 code units from the start of the text
   * @returns line and column, counted from 1
   */
  at(offset: number): { line: number; column: number };
}

/**
 * Indexes the lines of a text.
 *
 * @param text any text; lines end with LF or CRLF
 */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return {
    at(offset) {
      const inside = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= inside) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: inside - (starts[low] ?? 0) + 1 };
    },
  };
}

/**
 * One line of a text.
 *
 * @param text the whole text
 * @param line counted from 1
 * @returns the line without its end; empty when there is no such line
 */
export function lineOf(text: string, line: number): string {
  let start = 0;
  for (let current = 1; current < line; current += 1) {
    const end = text.indexOf('\n', start);
    if (end < 0) return '';
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? undefined : end).replace(/\r$/, '');
}

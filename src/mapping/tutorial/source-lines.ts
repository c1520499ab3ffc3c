/** A document's lines, and which of them a page shows as text. */
export interface SourceLines {
  /** The lines without what quotes them (`> `) and without the blanks around them; the first has index 0. */
  readonly lines: readonly string[];
  /** Whether the line with this index belongs to code or to a comment. */
  readonly hidden: (index: number) => boolean;
}

/** A longer line is no row; it is cut, so that no pattern works on it for long. */
const LONGEST_LINE = 10_000;

/**
 * Prepares a document's lines.
 *
 * @param text the document
 * @param hiddenLines line numbers, counted from 1
 */
export function sourceLines(text: string, hiddenLines: ReadonlySet<number>): SourceLines {
  const lines = text.split(/\r\n|\r|\n/).map((line) =>
    line
      .slice(0, LONGEST_LINE)
      .replace(/^(?:[ \t]*>)+/, '')
      .trim(),
  );
  return { lines, hidden: (index) => hiddenLines.has(index + 1) };
}

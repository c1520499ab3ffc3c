import { defined } from '../../base/defined.js';

/** Bounds for what the Markdown parser is given: inline markup can take time in the square of a paragraph's length. */
const LONGEST_LINE = 4000;
const LONGEST_PARAGRAPH = 10_000;
const LONGEST_PROSE = 512 * 1024;
const DEEPEST = 20;
const MOST_LINES = 20_000;

/** The document as the Markdown parser gets it. */
export interface Prose {
  /** The same lines; those that are of no use to the parser are empty. */
  readonly text: string;
  /** The first line that was left out because of a bound, counted from 1. */
  readonly cutAt?: number;
}

/**
 * Takes the rows of tables out of a document (they are read from the source, because a Markdown parser does not repair
 * them), and whatever is too long or nests too deeply for an article.
 *
 * @param text the document
 */
export function proseOf(text: string): Prose {
  let paragraph = 0;
  let all = 0;
  let cutAt: number | undefined;
  const every = text.split('\n');
  const lines = every.slice(0, MOST_LINES).map((line, index) => {
    if (/^[\s>]*\|/.test(line)) return '';
    if (line.trim() === '') {
      paragraph = 0;
      return line;
    }
    paragraph += line.length;
    all += line.length;
    const nested = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))+/.exec(line)?.[0].replace(/[\s\d]/g, '').length ?? 0;
    const indented = line.length - line.trimStart().length;
    const fits =
      line.length <= LONGEST_LINE &&
      paragraph <= LONGEST_PARAGRAPH &&
      all <= LONGEST_PROSE &&
      nested <= DEEPEST &&
      indented <= 10 * DEEPEST;
    if (fits) return line;
    cutAt ??= index + 1;
    return '';
  });
  if (every.slice(MOST_LINES).some((line) => /^[\s>]*[^\s>|]/.test(line))) cutAt ??= MOST_LINES + 1;
  return { text: lines.join('\n'), ...defined({ cutAt }) };
}

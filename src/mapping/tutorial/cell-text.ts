import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';

/** Characters that mean something in Markdown or HTML; a cell without them is what it says. */
const MARKUP = /[\\`*<&!]|\]\(|__|~~/;
const LONGEST = 500;
/** The same few cells, above all `&check;`, make up most of a table. */
const known = new Map<string, string>();
const MOST_KNOWN = 1000;

/**
 * The text of a cell as the page shows it: backticks, bold type and links gone, escapes and entities undone.
 *
 * @param cell the cell's source
 */
export function cellText(cell: string): string {
  if (!MARKUP.test(cell) || cell.length > LONGEST) return cell.trim();
  const before = known.get(cell);
  if (before !== undefined) return before;
  // A cell is inline content: with something before it, nothing in it opens a block.
  const tree = fromMarkdown(`.${cell}`);
  const text = textOf(tree, { includeHtml: false }).slice(1).replace(/\s+/g, ' ').trim();
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(cell, text);
  return text;
}

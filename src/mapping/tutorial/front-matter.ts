import { defined } from '../../base/defined.js';
/** A document without its front matter. */
export interface Fronted {
  /** The same text with the lines of the front matter empty, so that line numbers stay right. */
  readonly text: string;
  /** The `title` of the front matter. */
  readonly title?: string;
  /** The `ms.date` of the front matter, as it is written. */
  readonly date?: string;
}

/** No front matter has more lines. */
const MOST_LINES = 200;

/**
 * Takes the front matter (between two lines `---`) off a document.
 *
 * @param text the document
 */
export function withoutFrontMatter(text: string): Fronted {
  const lines = text.split(/\r\n|\r|\n/);
  if ((lines[0] ?? '').trim() !== '---') return { text: lines.join('\n') };
  const end = lines.slice(1, MOST_LINES).findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line)) + 1;
  if (end === 0) return { text: lines.join('\n') };
  const front = lines.slice(1, end);
  const title = fieldOf(front, 'title');
  const date = fieldOf(front, 'ms.date');
  return {
    text: lines.map((line, index) => (index <= end ? '' : line)).join('\n'),
    ...defined({ title, date }),
  };
}

/** A title holds colons without quotes more often than not, so this is no YAML. */
function fieldOf(lines: readonly string[], key: string): string | undefined {
  const line = lines.find((each) => each.startsWith(`${key}:`));
  const value = line?.slice(key.length + 1).trim();
  if (value === undefined || value === '') return undefined;
  const quoted = /^(['"])(.*)\1$/.exec(value);
  return quoted === null ? value : (quoted[2] ?? '').replaceAll("''", "'");
}

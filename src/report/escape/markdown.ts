import { escapeTerminal } from './terminal.js';

/**
 * What mentions somebody or something (`@name`, `#12`); else what marks up, and the middle of what would become a link by itself
 * (`https://`, `www.`).
 */
const ACTING = /((?:@|#(?=\d))+)|[\\`*_[\]<>&|~$]|:(?=\/\/)|(?<=\bwww)\./gi;

/** What begins a heading, a list, a quote or a line: as the first of a text it may be the first of a line. */
const AT_START = /^(\s*\d*)([#+.)=-])/;

/**
 * Makes a text fit for the running text of Markdown, in one line: it is shown as it is, whatever flavour reads it. It makes no link,
 * no markup, and no person or issue is mentioned by it, which GitHub and GitLab look for after all else.
 *
 * @param text any text
 */
export function escapeMarkdown(text: string): string {
  return escapeTerminal(text)
    .replace(ACTING, (piece, mention?: string) => {
      if (mention !== undefined) return `\`${mention}\``;
      if (piece === '<') return '&lt;';
      return piece === '&' ? '&amp;' : `\\${piece}`;
    })
    .replace(AT_START, '$1\\$2');
}

/**
 * A text as code within a line.
 *
 * @param text any text; an empty one gives nothing
 * @param inTable whether it stands in a table, where a bar would end the cell
 */
export function markdownCode(text: string, inTable = false): string {
  const plain = escapeTerminal(text).replace(/^ +$/, '');
  if (plain === '') return '';
  const fence = '`'.repeat(longestRun(plain) + 1);
  const gap = /^[ `]|[ `]$/.test(plain) ? ' ' : '';
  const code = `${fence}${gap}${plain}${gap}${fence}`;
  return inTable ? code.replaceAll('|', '\\|') : code;
}

/**
 * A text as a block of code; its lines stay.
 *
 * @param text any text
 * @param language `json`, `sh` …
 */
export function markdownBlock(text: string, language = ''): string {
  const lines = text.split('\n').map(escapeTerminal);
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
}

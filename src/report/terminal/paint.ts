import { styleText } from 'node:util';
import type { Line, Style } from '../layout.js';
import type { ReportOutput } from '../reporter.js';

const FORMATS = {
  strong: 'bold',
  dim: 'dim',
  good: 'green',
  warn: 'yellow',
  bad: 'red',
  code: 'cyan',
  plain: undefined,
} as const satisfies Readonly<Record<Style, string | undefined>>;

/**
 * Returns what turns a line into text for the terminal, with the colours that the output has.
 *
 * @param level the colour level; 0: none
 */
export function painter(level: ReportOutput['colour']): (line: Line) => string {
  const painted = (style: Style, text: string): string => {
    const format = level === 0 ? undefined : FORMATS[style];
    // What the output can show is known already.
    return format === undefined || text === '' ? text : styleText(format, text, { validateStream: false });
  };
  return (line) => {
    const last = line.findLastIndex((each) => each.text.trim() !== '');
    return line
      .slice(0, last + 1)
      .map((each, at) => painted(each.style, at === last ? each.text.trimEnd() : each.text))
      .join('');
  };
}

import { Chalk } from 'chalk';
import type { Line, Style } from '../layout.js';
import type { ReportOutput } from '../reporter.js';

/**
 * Returns what turns a line into text for the terminal, with the colours that the output has.
 *
 * @param level chalk's colour level
 */
export function painter(level: ReportOutput['colour']): (line: Line) => string {
  const chalk = new Chalk({ level });
  const styles: Readonly<Record<Style, (text: string) => string>> = {
    plain: (text) => text,
    strong: chalk.bold,
    dim: chalk.dim,
    good: chalk.green,
    warn: chalk.yellow,
    bad: chalk.red,
    code: chalk.cyan,
  };
  return (line) => {
    const last = line.findLastIndex((each) => each.text.trim() !== '');
    return line
      .slice(0, last + 1)
      .map((each, at) => styles[each.style](at === last ? each.text.trimEnd() : each.text))
      .join('');
  };
}

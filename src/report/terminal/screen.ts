import type { Line } from '../layout.js';
import type { ReportOutput } from '../reporter.js';
import { painter } from './paint.js';

/** Wider lines are hard to read, narrower ones hold nothing. */
const WIDEST = 120;
const NARROWEST = 40;

const ERASE_LINE = '\r\u001b[2K';

/** Where lines for people go, with a line of progress below them, which the next lines take the place of. */
export interface Screen {
  /** In columns. */
  readonly width: number;
  print(lines: readonly Line[]): void;
  /** Draws the line of progress. Its text is escaped and no wider than the terminal. */
  draw(progress: string): void;
  /** Whether the last line of progress stands long enough for another one. */
  isDue(): boolean;
}

/**
 * A screen on the output of a report.
 *
 * @param out the output
 * @param redraw a line of progress stands so long, in milliseconds
 */
export function screenOn(out: ReportOutput, redraw = 0): Screen {
  const paint = painter(out.colour);
  const now = out.now ?? Date.now;
  let drawn: number | undefined;
  return {
    width: Math.min(WIDEST, Math.max(NARROWEST, out.columns)),
    print(lines) {
      if (drawn !== undefined) out.write(ERASE_LINE);
      drawn = undefined;
      if (lines.length > 0) out.write(lines.map((line) => `${paint(line)}\n`).join(''));
    },
    draw(progress) {
      out.write(`${ERASE_LINE}${progress}`);
      drawn = now();
    },
    isDue: () => drawn === undefined || now() - drawn >= redraw,
  };
}

import type { DoctorLine } from '../doctor/line.js';
import { escapeTerminal } from './escape.js';
import { wrap } from './layout.js';

const MARKS: Readonly<Record<DoctorLine['status'], string>> = { ok: '✓', warning: '!', failed: '✗', skipped: '-' };

/** Width of the names, with a blank behind the longest. */
const NAME = 14;

/**
 * A line of a diagnosis for people: what was seen, and below it what to do.
 *
 * @param line the line; text of the target's may stand in it
 * @param columns width of the terminal
 */
export function textOfLine({ name, status, text, advice }: DoctorLine, columns: number): string {
  const width = Math.max(30, Math.min(columns, 110) - NAME - 2);
  const lines = [...wrap(escapeTerminal(text), width), ...(advice === undefined ? [] : wrap(`→ ${escapeTerminal(advice)}`, width))];
  return lines.map((line, index) => `${index === 0 ? `${MARKS[status]} ${name.padEnd(NAME)}` : ' '.repeat(NAME + 2)}${line}\n`).join('');
}

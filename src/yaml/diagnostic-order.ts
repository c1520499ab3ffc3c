import type { Diagnostic } from './diagnostic.js';
import { MOST_PROBLEMS } from './document.js';

/**
 * Problems in the order of the text, each once, no more than a reader reads.
 *
 * @param problems problems of one file
 */
export function inOrder(problems: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return problems
    .filter(({ position, message }) => {
      const name = `${position.line}:${position.column} ${message}`;
      return !seen.has(name) && seen.add(name);
    })
    .sort((a, b) => a.position.line - b.position.line || a.position.column - b.position.column)
    .slice(0, MOST_PROBLEMS);
}

import { expect } from 'vitest';
import { loadScenario } from '../../src/scenario/load.js';

/** The place of a problem is marked in the test's own text. */
const MARK = '«';

/** Takes the mark out of a text and tells where it stood, counted from 1. */
export function unmark(marked: string): { text: string; line: number; column: number } {
  const at = marked.indexOf(MARK);
  if (at < 0) throw new Error('the text has no mark');
  const before = marked.slice(0, at).split('\n');
  return { text: marked.replace(MARK, ''), line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** Puts steps into an otherwise good scenario. */
export function withSteps(steps: string): string {
  return `id: test/one\ntitle: A test\nsteps:\n${steps}\n`;
}

/** Expects exactly one problem, at the mark. */
export function expectProblem(marked: string, message: unknown, hint?: string): void {
  const { text, line, column } = unmark(marked);
  const { scenario, problems } = loadScenario(text, 'scenarios/one.yaml');
  const found = problems.map((problem) => ({
    place: `${problem.position.file}:${problem.position.line}:${problem.position.column}`,
    message: problem.message,
    hint: problem.hint,
  }));
  expect(found).toEqual([{ place: `scenarios/one.yaml:${line}:${column}`, message, hint: hint ?? found[0]?.hint }]);
  expect(scenario).toBeUndefined();
}

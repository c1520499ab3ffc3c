import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/base/text-width.js';
import { loadScenario } from '../../src/scenario/load.js';
import { type Diagnostic, formatDiagnostic } from '../../src/yaml/diagnostic.js';
import { lineOf } from '../../src/yaml/lines.js';

function problem(lineText: string, column: number, rest: Partial<Diagnostic> = {}): Diagnostic {
  return { position: { file: 'a.yaml', line: 1, column }, message: 'wrong', lineText, stage: 'shape', ...rest };
}

/** The columns that stand before the caret and before the marked character, as a terminal shows them. */
function columns(formatted: string, character: string): { caret: number; character: number } {
  const [, source = '', caret = ''] = formatted.split('\n');
  return { caret: widthOf(caret.slice(0, caret.indexOf('^'))), character: widthOf(source.slice(0, source.indexOf(character))) };
}

describe('formatDiagnostic', () => {
  it('shows place, message, source line, caret and hint', () => {
    const text =
      'id: a\ntitle: b\nsteps:\n  - create: { user: ann }\n  - update: ann\n    sett: { active: false }\n    set: { active: true }\n';
    const { problems } = loadScenario(text, 'scenarios/users/leaver.yaml');
    const expected = [
      'scenarios/users/leaver.yaml:6:5  unknown key "sett"',
      '      sett: { active: false }',
      '      ^',
      '  Did you mean "set"?',
    ].join('\n');
    expect(problems.map((each) => formatDiagnostic(each, text))).toEqual([expected]);
    expect(problems.map((each) => formatDiagnostic(each))).toEqual([expected]);
  });

  it.each([
    ['wide characters', '日本語: X', 6],
    ['emoji', '👩‍👩‍👧: X', 11],
    ['flags', '🇩🇪: X', 7],
    ['combining marks', 'e\u0301e\u0301: X', 7],
    ['plain text', 'title: X', 8],
  ])('puts the caret under the column after %s', (_name, line, column) => {
    const { caret, character } = columns(formatDiagnostic(problem(line, column)), 'X');
    expect(line[column - 1]).toBe('X');
    expect(caret).toBe(character);
  });

  it('repeats tabs before the caret, so that they are as wide as above', () => {
    expect(formatDiagnostic(problem('\ta:\tX', 5)).split('\n').slice(1)).toEqual(['  \ta:\tX', '  \t  \t^']);
  });

  it('shows a window of a long line', () => {
    const line = `${'a'.repeat(5000)}X${'b'.repeat(5000)}`;
    const formatted = formatDiagnostic(problem(line, 5001));
    expect(formatted.length).toBeLessThan(600);
    const { caret, character } = columns(formatted, 'X');
    expect(caret).toBe(character);
  });

  it('does not let a file steer the terminal', () => {
    const formatted = formatDiagnostic(
      problem('a: \u001b[31mred\u202e\u0007', 4, {
        message: 'bad "\u001b]0;x\u0007"',
        hint: 'see \u009b1m',
        position: { file: 'x\u001b.yaml', line: 1, column: 4 },
      }),
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what must not be there
    expect(formatted).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it('survives a column beyond the line and an empty line', () => {
    expect(formatDiagnostic(problem('ab', 9))).toBe('a.yaml:1:9  wrong\n  ab\n    ^');
    expect(formatDiagnostic(problem('', 1))).toBe('a.yaml:1:1  wrong');
  });

  it('reads lines with any line end', () => {
    expect(['one', 'two', ''].map((_, index) => lineOf('one\r\ntwo\n', index + 1))).toEqual(['one', 'two', '']);
    expect(lineOf('one', 7)).toBe('');
  });
});

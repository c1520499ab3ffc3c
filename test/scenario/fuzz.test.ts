import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinScenarioFiles } from '../../src/scenario/builtin.js';
import { loadScenario } from '../../src/scenario/load.js';
import { formatDiagnostic } from '../../src/yaml/diagnostic.js';

const good = builtinScenarioFiles().map(({ text }) => text);

/** Either a scenario or problems, each at a place that exists, each printable. */
function check(text: string): void {
  const { scenario, problems } = loadScenario(text, 'x.yaml');
  expect(scenario === undefined).toBe(problems.length > 0);
  const lines = text.split('\n');
  for (const problem of problems) {
    const { line, column } = problem.position;
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what must not be there
    expect(formatDiagnostic(problem, text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  }
}

describe('loadScenario never throws', () => {
  it('on arbitrary text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), check), { numRuns: 500 });
    const sign = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '#',
      '&a',
      '*a',
      '!',
      '|',
      '>',
      '?',
      '\t',
      'id: ',
      'steps:\n',
      '---\n',
      '${',
      '%',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => check(signs.join(''))),
      { numRuns: 1500 },
    );
  });

  it('on good files with pieces cut out, doubled or exchanged', () => {
    const position = fc.nat({ max: 2000 });
    const noise = fc.constantFrom(
      '',
      ' ',
      '\n',
      '\t',
      ':',
      '- ',
      '"',
      '}',
      '{',
      '[',
      '${',
      '&x ',
      '*x',
      'null',
      '1',
      '日',
      '\u0000',
      '\uD800',
    );
    const edit = fc.tuple(position, fc.nat({ max: 20 }), noise);
    fc.assert(
      fc.property(fc.constantFrom(...good), fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
        check(
          edits.reduce(
            (current, [at, length, insert]) =>
              current.slice(0, at % (current.length + 1)) + insert + current.slice((at % (current.length + 1)) + length),
            text,
          ),
        );
      }),
      { numRuns: 1500 },
    );
  });
});

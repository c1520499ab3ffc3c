import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../src/scenario/load.js';
import { expectProblem, withSteps } from './marked.js';

const GOOD = withSteps('  - connect: right');
const messages = (text: string): string[] => loadScenario(text, 'x').problems.map(({ message }) => message);

describe('YAML', () => {
  it.each([
    ['a tab as indentation', 'id: a\nsteps:\n«\t- connect: right\n', 'a tab stands where YAML needs blanks', 'Indent with blanks only.'],
    ['a duplicate key', `${GOOD}«title: Again\n`, 'duplicate key "title"', 'The first one stands in line 2.'],
    [
      'a duplicate key in a step',
      withSteps('  - connect: right\n    «connect: wrong'),
      'duplicate key "connect"',
      'The first one stands in line 4.',
    ],
    ['two documents', `${GOOD}«---\na: b\n`, 'the file holds more than one YAML document', 'Put each into a file of its own.'],
    ['an open quote', 'id: a\ntitle: "x\n«', expect.stringContaining('issing closing'), undefined],
    ['a colon in plain text', 'id: a\ntitle: «x: y\n', expect.any(String), 'Text that holds a colon and a blank must stand in quotes.'],
    ['a reserved sign', 'id: a\ntitle: «@x\n', expect.any(String), 'Put the text in quotes.'],
    [
      'a tag',
      GOOD.replace('A test', '«!secret x'),
      expect.stringContaining('nresolved tag'),
      'Tags are not needed here: write plain values.',
    ],
    ['an alias without an anchor', GOOD.replace('A test', '«*x'), 'there is no anchor "x" above', undefined],
    ['an alias inside its anchor', GOOD.replace('A test', '&a [«*a]'), 'the alias "a" stands inside its own anchor', undefined],
    ['a number that JSON does not know', GOOD.replace('A test', '«.inf'), 'JSON has no such number', undefined],
    [
      'a number that would be rounded',
      GOOD.replace('A test', '«12345678901234567890'),
      'this number is too large to be kept exactly',
      undefined,
    ],
    ['an old YAML version', `«%YAML 1.1\n---\n${GOOD}`, 'YAML 1.1 is not supported', undefined],
    ['an empty file', '«', 'the file is empty', undefined],
    ['only a comment', '«# nothing\n', 'the file is empty', undefined],
  ])('refuses %s', (_name, text, message, hint) => expectProblem(text, message, hint));

  it('explains an unquoted variable inside braces', () => {
    const { problems } = loadScenario(withSteps('  - request: { path: /Users/${ann.id} }'), 'x');
    expect(problems[0]?.position.line).toBe(4);
    expect(problems[0]?.hint).toBe('Inside { } or [ ], text that holds ${…} must stand in quotes.');
  });

  it('tells one slip once, however often the parser stumbles over it', () => {
    expect(messages('a: @x\nb: @y\n')).toHaveLength(1);
    expect(messages('}'.repeat(50_000))).toHaveLength(1);
  });

  it('knows positions behind a byte order mark and with CRLF', () => {
    expect(loadScenario(`\uFEFF${GOOD}`, 'x').problems).toEqual([]);
    const { problems } = loadScenario(GOOD.replaceAll('\n', '\r\n').replace('connect: right', 'connect: r'), 'x');
    expect(problems.map(({ position, lineText }) => [position.line, position.column, lineText])).toEqual([[4, 14, '  - connect: r']]);
  });

  it('accepts an anchor that is used a few times', () => {
    const { scenario } = loadScenario(withSteps('  - create: { user: a, with: &v { title: x } }\n  - update: a\n    set: *v'), 'x');
    expect(scenario?.steps[1]?.intent).toMatchObject({ kind: 'update', set: { title: 'x' } });
  });

  it('keeps a key named __proto__ from becoming a prototype', () => {
    const { scenario } = loadScenario(withSteps('  - request: { method: POST, path: /Users, body: { __proto__: { x: 1 } } }'), 'x');
    const intent = scenario?.steps[0]?.intent;
    expect(intent?.kind === 'request' && Object.keys(intent.body as object)).toEqual(['__proto__']);
    const { problems } = loadScenario(withSteps('  - create: { user: a, with: { __proto__: x } }'), 'x');
    expect(problems.map(({ message }) => message)).toEqual(['a user has no attribute "__proto__"']);
  });
});

describe('files that would exhaust the machine', () => {
  const laughs = ['a: &a0 [x, x]', ...Array.from({ length: 30 }, (_, n) => `b${n}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`)].join('\n');
  it.each([
    ['flow lists in lists', '['.repeat(500_000)],
    ['flow maps in maps', '{a: '.repeat(200_000)],
    ['block lists in lists', '- '.repeat(500_000)],
    ['explicit keys in keys', '? '.repeat(500_000)],
    ['growing indentation', Array.from({ length: 1400 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
    ['lists that grow by indentation', Array.from({ length: 1400 }, (_, n) => `${' '.repeat(n)}-`).join('\n')],
    ['aliases of aliases', laughs],
    ['many aliases', `a: &a x\nb: [${'*a, '.repeat(20_000)}]`],
    ['many keys', Array.from({ length: 90_000 }, (_, n) => `k${n}: 1`).join('\n')],
    ['many anchors', '&a '.repeat(300_000)],
    ['more than 1 MiB', `# ${'x'.repeat(1024 * 1024)}`],
    ['more than 1 MiB in bytes', `# ${'日'.repeat(400_000)}`],
    ['many lines', '\n'.repeat(1_000_000)],
    ['many signs', '- a\n'.repeat(200_000)],
  ])('%s are refused', (_name, text) => {
    const { scenario, problems } = loadScenario(text, 'x');
    expect(scenario).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(100);
  });
});

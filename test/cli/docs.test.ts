import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../src/cli/program.js';
import { clientNames } from '../../src/config/clients.js';
import { SETTING_NAMES, SETTINGS, variableOf } from '../../src/config/settings.js';
import { REPORTERS } from '../../src/report/registry.js';
import { DEFECTS } from '../../src/sample/defects/index.js';
import { GALLERY_DEFECTS } from '../../src/sample/gallery-defects/index.js';
import { quietIo } from './in-process.js';
import { cli, ROOT } from './spawn.js';

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
/** The documents for users: those in the root and directly in docs/. */
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
/** Run with UPDATE_DOCS=1 to write the generated parts of the documents anew. */
const update = process.env['UPDATE_DOCS'] === '1';

const program = buildProgram(quietIo());

/** Command name → its own flags, those of its subcommands, and those that every command has. */
const FLAGS = new Map(program.commands.map((command) => [command.name(), [...flagsOf(command), ...flagsOf(program, false)]]));

it('the first command of the README runs in a clone as it stands there', async () => {
  const [, file = '', args = ''] = /^ {4}npm ci\n {4}node (\S+) (.+)$/m.exec(read('README.md')) ?? [];
  const run = await cli(args.split(' '), { binary: join(ROOT, file), cwd: ROOT });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).toMatch(/^entra +✓ ready/m);
});

describe('options and documents agree', () => {
  const known = new Set([...FLAGS.values()].flat());
  const documented = new Set(DOCUMENTS.flatMap((name) => [...read(name).matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map(([flag]) => flag)));

  it('documents every flag', () => {
    expect([...known].filter((flag) => !documented.has(flag))).toEqual([]);
  });

  it('documents no flag that there is not', () => {
    const foreign = ['--token', '--help', '--data-raw', '--package'];
    expect([...documented].filter((flag) => !known.has(flag) && !foreign.includes(flag))).toEqual([]);
  });

  it('documents every client', () => {
    expect(clientNames().filter((name) => !read('README.md').includes(`\`${name}\``))).toEqual([]);
  });

  it('documents every command', () => {
    const text = read('docs/command-line.md');
    expect(program.commands.map((command) => command.name()).filter((name) => !text.includes(`    scim-check ${name}`))).toEqual([]);
  });

  it('documents every setting with its variable, key and default', () => {
    const name = 'docs/command-line.md';
    const table = settingsTable();
    if (update) writeFileSync(join(ROOT, name), replaced(read(name), 'settings', table));
    expect(part(read(name), 'settings')).toBe(table);
  });

  it('gives every exit code in the README, the documents and the help', async () => {
    const help = (await cli(['--help'])).stdout;
    for (const code of [0, 1, 2, 3, 70, 130]) {
      for (const text of [read('README.md'), read('docs/command-line.md')]) expect(text).toContain(`| ${code} |`);
      expect(help).toMatch(new RegExp(`(^| )${code} +[a-z]`, 'm'));
    }
  });
});

describe('examples', () => {
  const texts = [
    ...DOCUMENTS.map((name) => [name, read(name)] as const),
    ...program.commands.map((command) => [command.name(), helpOf(command.name())] as const),
  ];
  const examples = [...texts, ['--help', helpOf(undefined)] as const].flatMap(([name, text]) =>
    [...text.matchAll(/(?:^|`| )(?:npx )?scim-check ((?:run|clean|report|explain|lint|list|sample|init)\b[^`\n]*)/g)].map(
      ([, line]) => [name, line ?? ''] as const,
    ),
  );

  it('are there', () => {
    expect(examples.length).toBeGreaterThan(20);
  });

  it.each(examples)('%s: %s', (_name, line) => {
    const [command = '', ...words] = line.split(/ {3,}/)[0]?.split(/\s+/) ?? [];
    const flags = FLAGS.get(command) ?? [];
    for (const [index, word] of words.entries()) {
      if (word.startsWith('--')) expect([...flags, '--help']).toContain(word);
      const value = words[index + 1] ?? '';
      if (word === '--report') expect([...Object.keys(REPORTERS), 'NAME']).toContain(value.split('=')[0]);
      if (word === '--defect' && !['title-forgotten', 'title-padded'].includes(value) && value !== '')
        expect([...DEFECTS, ...GALLERY_DEFECTS].map((defect) => defect.name).concat('NAME')).toContain(value);
    }
  });
});

describe('excerpts', () => {
  const name = 'README.md';
  const markers = [...read(name).matchAll(/<!-- (excerpt of (SC\d+): (.*)) -->/g)].map(([, marker = '', check = '', args = '']) => ({
    marker,
    check,
    args,
  }));

  it('are there', () => {
    expect(markers).toHaveLength(1);
  });

  it.each(markers)('are what the program prints: $marker', async ({ marker, check, args }) => {
    const { stdout } = await cli(args.split(' '), { env: { COLUMNS: '110' } });
    const block = `\`\`\`text\n${excerptOf(stdout, check)}\n\`\`\`\n`;
    if (update) writeFileSync(join(ROOT, name), replaced(read(name), marker, block));
    expect(lasting(part(read(name), marker))).toBe(lasting(block));
  });
});

it('has a decision file for each number, without gaps', () => {
  const numbers = readdirSync(join(ROOT, 'docs/decisions')).map((file) => Number(file.slice(0, 4)));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});

function flagsOf(command: Command, deep = true): string[] {
  const own = command.options.flatMap((option) => option.long ?? []);
  return deep ? [...own, ...command.commands.flatMap((each) => flagsOf(each))] : own;
}

function settingsTable(): string {
  const rows = SETTING_NAMES.map((name) => {
    const { name: key, placeholder, preset, summary, fallback, many } = SETTINGS[name];
    const shown = placeholder === undefined ? '' : ` ${preset === undefined ? placeholder : `[${placeholder}]`}`.replace('|', '\\|');
    const flag = name === 'scenario' ? '`[scenario…]`' : `\`--${key}${shown}\``;
    const fallbackText = typeof fallback === 'string' || typeof fallback === 'number' ? ` Default: \`${fallback}\`.` : '';
    return `| ${flag} | \`${variableOf(name)}\` | ${summary}.${fallbackText}${many ? ' Repeatable; a list in the file; separated by blanks or commas in the variable.' : ''} |`;
  });
  return ['| flag; key in the file without the dashes | variable | meaning |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

function helpOf(command: string | undefined): string {
  let text = '';
  const found = command === undefined ? program : program.commands.find((each) => each.name() === command);
  found?.configureOutput({
    writeOut: (part) => {
      text += part;
    },
  });
  found?.outputHelp();
  return text;
}

/** One finding, and the verdict. */
function excerptOf(stdout: string, check: string): string {
  const at = stdout.indexOf(`✗ ${check}`);
  if (at === -1) throw new Error(`there is no such finding: ${stdout}`);
  const finding = stdout.slice(at, stdout.indexOf('\n\n', at));
  const verdict = stdout.trimEnd().split('\n').at(-1) ?? '';
  return `${finding}\n\n${verdict}`.replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:8080');
}

/** What does not differ from run to run; how much else was found is not this excerpt's matter. */
function lasting(text: string): string {
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replace(/127\.0\.0\.1:\d+/g, 'HOST')
    .replace(/\d+ requests( \+ \d+ reads)?, \d+(\.\d)? s/g, 'COST')
    .replace(/\d+ (blocking finding|exchange)s?/g, 'SOME $1')
    .replace(/\s+/g, ' ');
}

function part(text: string, marker: string): string {
  const start = `<!-- ${marker} -->\n`;
  const at = text.indexOf(start);
  return at === -1 ? `there is no ${start}` : text.slice(at + start.length, text.indexOf('<!-- end -->', at));
}

function replaced(text: string, marker: string, content: string): string {
  return text.replace(`<!-- ${marker} -->\n${part(text, marker)}`, () => `<!-- ${marker} -->\n${content}`);
}

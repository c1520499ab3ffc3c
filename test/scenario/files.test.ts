import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtinScenarioFiles } from '../../src/scenario/builtin.js';
import { collectYamlFiles, decodeFile } from '../../src/yaml/files.js';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'scim-check-files-'));
  mkdirSync(join(root, 'deep', 'er'), { recursive: true });
  mkdirSync(join(root, 'empty'));
  writeFileSync(join(root, 'b.yaml'), 'b');
  writeFileSync(join(root, 'deep', 'er', 'a.yml'), 'a');
  writeFileSync(join(root, 'notes.md'), 'no');
  writeFileSync(join(root, '.hidden.yaml'), 'no');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('collectYamlFiles', () => {
  it('reads files and what lies below directories, each once', () => {
    const { files, problems } = collectYamlFiles([`${root}/`, `${root}/b.yaml`]);
    expect(problems).toEqual([]);
    expect(files).toEqual([
      { file: `${root}/b.yaml`, text: 'b' },
      { file: `${root}/deep/er/a.yml`, text: 'a' },
    ]);
  });

  it('tells of what is missing, empty, too large or not a text', () => {
    const large = join(root, 'empty', 'large.yaml.big');
    writeFileSync(large, '');
    truncateSync(large, 1024 * 1024 + 1);
    const broken = join(root, 'empty', 'latin1.txt');
    writeFileSync(broken, Buffer.from([0x69, 0x64, 0x3a, 0x0a, 0x78, 0xe9, 0x20]));
    const { files, problems } = collectYamlFiles([join(root, 'none.yaml'), join(root, 'empty'), large, broken]);
    expect(files).toEqual([]);
    expect(problems.map(({ message, position }) => [message, position.line, position.column])).toEqual([
      ['there is no such file or directory', 1, 1],
      ['there is no .yaml file in this directory', 1, 1],
      ['the file is larger than 1 MiB', 1, 1],
      ['the file is not UTF-8 text', 2, 2],
    ]);
  });
});

describe('decodeFile', () => {
  it.each([
    ['at the very beginning', [0xff, 0x61], 1, 1],
    ['inside a character', [0x61, 0x0a, 0xe6, 0x97, 0x61], 2, 1],
    ['at the end', [0x61, 0x62, 0xe6, 0x97], 1, 3],
  ])('finds the byte that is not UTF-8: %s', (_name, bytes, line, column) => {
    expect(decodeFile('x', Uint8Array.from(bytes))).toMatchObject({ position: { file: 'x', line, column } });
  });

  it('reads UTF-8', () => {
    expect(decodeFile('x', new TextEncoder().encode('日本'))).toEqual({ file: 'x', text: '日本' });
  });
});

it('shows the scenarios of the package by their path in it', () => {
  expect(builtinScenarioFiles().map(({ file }) => file)).toContain('scenarios/users/leaver.yaml');
});

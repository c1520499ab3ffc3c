import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../cli/spawn.js';

/** A row of a table: what is promised, and the tests that hold it. */
interface Row {
  readonly promise: string;
  readonly files: readonly string[];
  readonly names: readonly string[];
}

const ROWS: readonly Row[] = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (promise|---) /.test(line))
  .map((line) => {
    const [promise = '', _how, tests = ''] = line.slice(2).split(' | ');
    const found = (pattern: RegExp): string[] => [...tests.matchAll(pattern)].map(([, each = '']) => each);
    return { promise, files: found(/`(test\/[^`]+)`/g), names: found(/"([^"]+)"/g) };
  });

describe('what is promised', () => {
  it('is read from the page', () => expect(ROWS.length).toBeGreaterThan(25));

  it.each(ROWS)('is held by tests that there are: $promise', ({ files, names }) => {
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(join(ROOT, file)) || !statSync(join(ROOT, file)).isFile())).toEqual([]);
    const texts = files.map((file) => readFileSync(join(ROOT, file), 'utf8'));
    expect(names.filter((name) => !texts.some((text) => text.includes(name)))).toEqual([]);
  });
});

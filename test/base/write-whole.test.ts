import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeWhole } from '../../src/base/write-whole.js';

const folder = mkdtempSync(join(tmpdir(), 'scim-check-write-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a file that is written whole', () => {
  it('holds the new text, and nothing else is left beside it', () => {
    const path = join(folder, 'one.txt');
    writeWhole(path, 'first');
    writeWhole(path, 'second', 0o755);
    expect(readFileSync(path, 'utf8')).toBe('second');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o100).toBe(0o100);
    expect(readdirSync(folder)).toEqual(['one.txt']);
  });

  it('leaves what was there, and no draft, where it cannot be written', () => {
    const taken = join(folder, 'taken');
    mkdirSync(taken);
    writeFileSync(join(taken, 'inside'), 'kept');
    expect(() => writeWhole(taken, 'text')).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
    expect(() => writeWhole(join(folder, 'none/x'), 'text')).toThrow(/ENOENT/);
    expect(readFileSync(join(taken, 'inside'), 'utf8')).toBe('kept');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

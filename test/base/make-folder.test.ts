import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeFolder } from '../../src/base/make-folder.js';

function empty(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scim-check-folder-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('a folder', () => {
  it('is made with those above it, and may be there already', () => {
    const path = join(empty(), 'a/b/c');
    makeFolder(path, 0o700);
    makeFolder(path);
    expect(statSync(path).isDirectory()).toBe(true);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o700);
  });

  it('is not made where a file stands', () => {
    const file = join(empty(), 'file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'x'), join(file, 'x/y')]) expect(() => makeFolder(path)).toThrow(/EEXIST|ENOTDIR/);
  });

  it.skipIf(!existsSync('/proc/self'))('that cannot be is refused at once, where Node would look for it for ever', () => {
    for (const path of ['/proc/x', '/proc/x/y', '/proc/self/x/y/z', '/proc/self/fd/99999/x'])
      expect(() => makeFolder(path)).toThrow(/ENOENT|EPERM|EACCES|EROFS/);
  });
});

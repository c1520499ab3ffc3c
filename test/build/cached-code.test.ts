import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const CACHED_CODE = fileURLToPath(new URL('../../scripts/build/cached-code.cjs', import.meta.url));

it('compiled code is looked for under the name of the very Node that runs: another one with the same V8 crashed on it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scim-check-cached-'));
  try {
    writeFileSync(join(folder, 'a.code.js'), '() => 1');
    const program = `
      const scripts = globalThis[Symbol.for('scim-check.scripts')] = new Map();
      Object.defineProperty(process, 'version', { value: 'v20.18.1' });
      const { codeOf } = require(${JSON.stringify(CACHED_CODE)});
      const made = codeOf(${JSON.stringify(join(folder, 'a.js'))})();
      process.stdout.write(JSON.stringify([made, ...scripts.keys()]));`;
    const said = execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' });
    expect(JSON.parse(said)).toEqual([1, join(folder, `a.code.v20.18.1-${process.platform}-${process.arch}.cache`)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

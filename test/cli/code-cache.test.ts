import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cli, folder } from './spawn.js';

it('what V8 has compiled at the build is taken at a start of the program', async () => {
  const preload = join(folder(), 'preload.mjs');
  writeFileSync(
    preload,
    `const scripts = new Map();
globalThis[Symbol.for('scim-check.scripts')] = scripts;
process.on('exit', () => {
  for (const [file, script] of scripts) console.log(file.split(/[\\\\/]/).at(-1), script.cachedDataRejected);
});`,
  );
  const { stdout } = await cli(['run', '--dry-run', '--target', 'sample', '--client', 'okta', 'users/leaver'], {
    env: { NODE_OPTIONS: `--import=${preload}` },
  });
  const taken = stdout.split('\n').filter((line) => line.includes('.cache '));
  // Another version of Node has a name of its own, and finds nothing there.
  const kept = ['program', 'checks', 'run'].map((chunk) => `${chunk}.code.${process.version}-${process.platform}-${process.arch}.cache`);
  expect(taken).toEqual(kept.map((name) => `${name} false`));
});

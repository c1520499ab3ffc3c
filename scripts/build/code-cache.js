import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DIST, ROOT } from './paths.js';
import { scriptOf } from './script-of.js';

const CHUNKS = join(DIST, 'chunks');

/** What each run loads, and what takes long to compile. */
const CACHED = ['program', 'checks', 'run'];

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** V8 keeps a text with a single other character in twice the memory. The chunks have no raw template that an escape would change. */
function inAscii(script) {
  return script.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Takes compiling out of each start: big chunks become scripts, and beside each stands what V8 compiled of it while one scenario was
 * played against the sample. Node keeps nothing like that of modules before version 22.
 *
 * @returns {Promise<void>}
 * @throws Error when a chunk cannot be a script
 */
export async function cacheCode() {
  for (const name of CACHED) {
    const file = join(CHUNKS, `${name}.js`);
    const { module, script } = scriptOf(readFileSync(file, 'utf8'));
    writeFileSync(file, module);
    writeFileSync(join(CHUNKS, `${name}.code.js`), inAscii(script));
  }
  copyFileSync(here('cached-code.js'), join(CHUNKS, 'cached-code.js'));
  const folder = mkdtempSync(join(tmpdir(), 'scim-check-build-'));
  const run = ['run', '--target', 'sample', '--client', 'entra,okta', '--allow-incomplete', 'users/leaver'];
  try {
    // Options of Node that somebody builds with would be a part of what is kept.
    const env = { ...process.env, NODE_OPTIONS: '' };
    const args = ['--import', here('keep-code.js'), join(ROOT, 'bin/scim-check.js'), ...run];
    // What the run finds is for tests to judge: half of a change may make the sample fail, and must be built all the same.
    await promisify(execFile)(process.execPath, args, { cwd: folder, env }).catch(() => undefined);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

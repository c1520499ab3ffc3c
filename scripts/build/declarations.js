import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { DIST, ROOT } from './paths.js';

const TYPES = join(DIST, 'types');

/**
 * Writes the declarations that the library's own lead to, and no others.
 *
 * @returns {Promise<void>}
 * @throws Error with the compiler's words
 */
export async function writeDeclarations() {
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  await promisify(execFile)(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: ROOT }).catch((error) => {
    throw new Error(error.stdout || error.message);
  });
  const needed = reachedFrom(join(TYPES, 'index.d.ts'));
  reachedFrom(join(TYPES, 'library/vitest.d.ts'), needed);
  for (const name of readdirSync(TYPES, { recursive: true, encoding: 'utf8' })) {
    const file = join(TYPES, name);
    if (file.endsWith('.d.ts') && !needed.has(file)) rmSync(file);
  }
}

/** The file, and all that it names, directly or not. */
function reachedFrom(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+)\.js'/g)) {
    reachedFrom(resolve(dirname(file), `${name}.d.ts`), found);
  }
  return found;
}

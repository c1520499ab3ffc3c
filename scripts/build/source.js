import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { ROOT } from './paths.js';

/**
 * Loads a module of the sources, which Node cannot do by itself.
 *
 * @param {string} path below the package's root: `src/scenario/load.ts`
 * @returns {Promise<Record<string, any>>} what the module exports
 */
export async function loadSource(path) {
  // As deep below the package's root as sources are, so that they find its files.
  const folder = mkdtempSync(join(ROOT, '.source-'));
  try {
    const file = join(folder, 'source', 'source.js');
    const build = await rolldown({ cwd: ROOT, input: path, platform: 'node', external: /^[^./\0]/, tsconfig: false });
    await build.write({ file, format: 'esm', codeSplitting: false });
    await build.close();
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

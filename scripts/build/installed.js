// A part of the build, not of its scripts: runs with the program.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** Of each package, looked up once. */
const VERSIONS = new Map();

/**
 * A part of a package: the copy that was compiled with the program, where the package is installed in the version that the copy was made
 * of, and else what is installed. Whoever updates the package runs the update.
 *
 * @template T
 * @param {{ name: string, version: string, part: string }} of the package, the version of the copy, and what is asked for
 * @param {() => T} copy loads the copy
 * @returns {T}
 */
export function copyOrInstalled({ name, version, part }, copy) {
  const installed = VERSIONS.get(name) ?? versionOf(name);
  VERSIONS.set(name, installed);
  return installed === version ? copy() : require(part);
}

/** The version of a package that `require` would find. */
function versionOf(name) {
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8')).version;
    } catch (error) {
      if (error.code !== 'ENOENT') return undefined;
    }
  }
  return undefined;
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { ROOT } from './paths.js';

const require = createRequire(join(ROOT, 'package.json'));

/**
 * The chunks that have to stay ES modules: what they import is a package of ES modules, which `require` cannot load before Node 20.19,
 * or a chunk that has to stay one.
 *
 * @param {ReadonlyMap<string, string>} chunks the code of each, by its name
 * @returns {Set<string>} names
 */
export function esModulesOf(chunks) {
  const imported = new Map([...chunks].map(([name, code]) => [name, sourcesOf(code)]));
  const found = new Set([...chunks.keys()].filter((name) => imported.get(name).some(isEsPackage)));
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const [name, sources] of imported) if (sources.some((source) => found.has(nameOf(source)))) found.add(name);
  }
  return found;
}

/** The name of the chunk that is imported: all of them stand in one folder. */
const nameOf = (source) => (source.startsWith('.') ? source.slice(source.lastIndexOf('/') + 1) : source);

function sourcesOf(code) {
  return parseAst(code).body.flatMap(({ source }) => (source ? [source.value] : []));
}

/** Whether `require` finds an ES module under the name of a package. */
function isEsPackage(source) {
  if (source.startsWith('.') || source.startsWith('node:')) return false;
  const file = require.resolve(source);
  if (/\.[cm]js$/.test(file)) return file.endsWith('.mjs');
  return packageOf(dirname(file)).type === 'module';
}

function packageOf(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return packageOf(dirname(folder));
  }
}

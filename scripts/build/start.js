import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { commonJsOf, importingCommonJs, scriptOf, withSources } from './common-js.js';
import { esModulesOf } from './es-modules.js';
import { DIST, ROOT } from './paths.js';

const CHUNKS = join(DIST, 'chunks');

/** What each run loads, and what takes long to compile. */
const CACHED = ['program', 'checks', 'run'];

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** V8 keeps a text with a single other character in twice the memory. The chunks have no raw template that an escape would change. */
function inAscii(script) {
  return script.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Folders of what is loaded without Node's loader for ES modules. The library stays ES modules. */
const COMMON_JS = ['cli', 'chunks'];

/**
 * Takes what can be taken out of each start: chunks become CommonJS modules, and big ones scripts. Beside each of these stands what V8
 * compiled of it while one scenario was played against the sample. Node keeps nothing like that of modules before version 22. Chunks
 * that need packages of ES modules stay what they are; no run loads them without being asked for what they are needed for.
 *
 * @returns {Promise<void>}
 * @throws Error when a chunk cannot be what it is to be
 */
export async function prepareStart() {
  nameEsModules();
  const cached = new Set(CACHED.map((name) => join(CHUNKS, `${name}.js`)));
  for (const file of COMMON_JS.flatMap(modulesIn).filter((each) => !isEsModule(each))) {
    const code = readFileSync(file, 'utf8');
    const { module, script } = cached.has(file) ? scriptOf(code) : { module: commonJsOf(code) };
    writeFileSync(file, module);
    if (script !== undefined) writeFileSync(file.replace(/\.js$/, '.code.js'), inAscii(script));
  }
  for (const folder of COMMON_JS) writeFileSync(join(DIST, folder, 'package.json'), '{ "type": "commonjs" }\n');
  for (const file of [...modulesIn('lib'), ...modulesIn('chunks').filter(isEsModule)])
    writeFileSync(
      file,
      importingCommonJs(readFileSync(file, 'utf8'), (name) => name.startsWith('.') && !isEsModule(name)),
    );
  copyFileSync(here('cached-code.cjs'), join(CHUNKS, 'cached-code.js'));
  await keepCompiledCode();
}

function modulesIn(folder) {
  return readdirSync(join(DIST, folder))
    .filter((name) => /\.m?js$/.test(name))
    .map((name) => join(DIST, folder, name));
}

const isEsModule = (file) => file.endsWith('.mjs');

/** Gives the chunks that stay ES modules names that say so. */
function nameEsModules() {
  const chunks = new Map(modulesIn('chunks').map((file) => [basename(file), readFileSync(file, 'utf8')]));
  const staying = esModulesOf(chunks);
  const renamed = (source) => (source.startsWith('.') && staying.has(basename(source)) ? source.replace(/\.js$/, '.mjs') : source);
  for (const file of [...COMMON_JS, 'lib'].flatMap(modulesIn)) {
    writeFileSync(file, withSources(readFileSync(file, 'utf8'), renamed));
    if (staying.has(basename(file)) && file.startsWith(CHUNKS)) renameSync(file, file.replace(/\.js$/, '.mjs'));
  }
}

/** Plays one scenario against the sample, and keeps what V8 has compiled for it. */
async function keepCompiledCode() {
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

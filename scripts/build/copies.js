import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './paths.js';

const require = createRequire(join(ROOT, 'package.json'));
const INSTALLED = fileURLToPath(new URL('installed.js', import.meta.url));

/** What a run loads of them, by the name under which the sources have it. */
const COPIED = new Map([
  ['commander', (copyOf) => `module.exports = ${copyOf('commander', 'commander')};`],
  [
    'compiled:undici',
    (copyOf) => `module.exports = {
      get Pool() { return ${copyOf('undici', 'undici/lib/dispatcher/pool.js')}; },
      get buildConnector() { return ${copyOf('undici', 'undici/lib/core/connect.js')}; },
    };`,
  ],
]);

/** What the copies name and no run needs. */
const LATER = new Map([
  // Commands in files of their own, of which there are none.
  ['node:child_process', 'exports.spawn = (...given) => process.getBuiltinModule("node:child_process").spawn(...given);'],
  // undici does without, as it does on a Node that was built without HTTP/2: connections here speak HTTP/1.1 only.
  ['node:http2', 'throw new Error("HTTP/2 is not used");'],
  // Bodies that are forms or streams of the web.
  ['../web/fetch/body.js', 'exports.extractBody = () => { throw new Error("bodies are text"); };'],
]);

/** Whether what a module names is taken from here. */
export const isCopied = (source, importer = '') => (/\/node_modules\/(commander|undici)\//.test(importer) ? LATER : COPIED).has(source);

const COPY = '\0copy:';
const PART = '\0later:';

/**
 * Compiles what each run loads of packages along with the program: files that are found, read and compiled one by one cost a start more
 * than they do. `installed.js` decides, when the program starts, whether the copy is what is installed.
 *
 * @returns {import('rolldown').Plugin}
 */
export function copies() {
  return {
    name: 'copies',
    resolveId(source, importer) {
      if (!isCopied(source, importer)) return undefined;
      return `${LATER.has(source) ? PART : COPY}${source}.cjs`;
    },
    load(id) {
      if (id.startsWith(PART)) return LATER.get(id.slice(PART.length, -'.cjs'.length));
      if (!id.startsWith(COPY)) return undefined;
      const code = COPIED.get(id.slice(COPY.length, -'.cjs'.length));
      return `const { copyOrInstalled } = require(${JSON.stringify(INSTALLED)});\n${code(copyOf)}`;
    },
  };
}

/** An expression: the part of the package, from the copy or from what is installed. */
function copyOf(name, part) {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'));
  const copy = JSON.stringify(require.resolve(part));
  return `copyOrInstalled(${JSON.stringify({ name, version, part })}, () => require(${copy}))`;
}

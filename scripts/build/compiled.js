import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { ROOT } from './paths.js';
import { loadSource } from './source.js';

const PREFIX = 'compiled:';

/**
 * Takes work out of each start of the program: a file `x.compiled.ts` stands in the build for the `x.ts` beside it, and
 * imports what is made here of scenarios and schemas (`compiled:scenarios`, `compiled:scim` …).
 *
 * @returns {import('rolldown').Plugin}
 */
export function compiled() {
  const standIns = new Map(standInsBelow(join(ROOT, 'src')));
  const names = [...standIns.keys()].map((file) => basename(file, '.ts'));
  return {
    name: 'compiled',
    resolveId: {
      // Everything else is resolved without a call from Rust to JavaScript.
      filter: { id: new RegExp(`^${PREFIX}|/(${names.join('|')})\\.js$`) },
      async handler(source, importer, options) {
        if (source.startsWith(PREFIX)) return `\0${source}.cjs`;
        const found = await this.resolve(source, importer, { ...options, skipSelf: true });
        return standIns.get(found?.id) ?? found;
      },
    },
    load: {
      filter: { id: new RegExp(`^\0${PREFIX}`) },
      async handler(id) {
        return { code: await codeOf(id.slice(PREFIX.length + 1, -'.cjs'.length)), moduleType: 'js' };
      },
    },
  };
}

/** Source files that have a stand-in, and these. */
function standInsBelow(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.compiled.ts'));
  return files.map((name) => [join(folder, name.replace('.compiled.ts', '.ts')), join(folder, name)]);
}

let inputs;

/**
 * The code of a compiled module.
 *
 * @param {string} name `scenarios`, or a set of schemas: `scim`, `scenario`, `mapping`, `events`;
 *   `page`: what stands in each HTML report
 * @returns {Promise<string>} a CommonJS module
 * @throws Error when a built-in scenario is not right
 */
export async function codeOf(name) {
  if (name === 'page') return pageOf();
  inputs ??= loadSource('scripts/build/inputs.js');
  const made = await inputs;
  return name === 'scenarios' ? scenariosOf(made) : validatorsOf(made[name]);
}

function pageOf() {
  const read = (file) => JSON.stringify(readFileSync(join(ROOT, 'src/report/html', file), 'utf8'));
  return `module.exports = { style: ${read('page.css')}, script: ${read('page.client.js')} };`;
}

/** As text: JSON is read several times faster than the same as code. */
function scenariosOf({ builtinScenarios, formatDiagnostic }) {
  const { scenarios, problems } = builtinScenarios();
  if (problems.length > 0) throw new Error(problems.map((problem) => formatDiagnostic(problem)).join('\n'));
  return `module.exports = JSON.parse(${JSON.stringify(JSON.stringify(scenarios))});`;
}

function validatorsOf(source) {
  return standaloneCode.default(source.compiler(), source.pieces());
}

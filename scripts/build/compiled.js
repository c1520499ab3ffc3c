import { existsSync } from 'node:fs';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { loadSource } from './source.js';

const PREFIX = 'compiled:';

/**
 * Takes work out of each start of the program: a file `x.compiled.ts` stands in the build for the `x.ts` beside it, and
 * imports what is made here of scenarios and schemas (`compiled:scenarios`, `compiled:scim` …).
 *
 * @returns {import('rolldown').Plugin}
 */
export function compiled() {
  return {
    name: 'compiled',
    async resolveId(source, importer, options) {
      if (source.startsWith(PREFIX)) return `\0${source}.cjs`;
      if (!source.startsWith('.')) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const instead = found?.id.replace(/\.ts$/, '.compiled.ts');
      return instead !== undefined && instead !== found.id && existsSync(instead) ? instead : found;
    },
    async load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      return { code: await codeOf(id.slice(PREFIX.length + 1, -'.cjs'.length)), moduleType: 'js' };
    },
  };
}

let inputs;

/**
 * The code of a compiled module.
 *
 * @param {string} name `scenarios`, or a set of schemas: `scim`, `scenario`, `mapping`, `events`
 * @returns {Promise<string>} a CommonJS module
 * @throws Error when a built-in scenario is not right
 */
export async function codeOf(name) {
  inputs ??= loadSource('scripts/build/inputs.js');
  const made = await inputs;
  return name === 'scenarios' ? scenariosOf(made) : validatorsOf(made[name]);
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

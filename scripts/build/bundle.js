import { rolldown } from 'rolldown';
import { compiled } from './compiled.js';
import { copies, isCopied } from './copies.js';
import { examplesLater } from './later.js';
import { writeNotices } from './notices.js';
import { DIST, ROOT } from './paths.js';

/** What is started: the command line and the library. All else becomes chunks that are loaded when a command needs them. */
const ENTRIES = { 'cli/main': 'src/cli/main.ts', 'lib/index': 'src/index.ts', 'lib/vitest': 'src/library/vitest.ts' };

/** Files that always load together are one chunk: what they import comes along unless an earlier chunk has it. */
const CHUNKS = [
  { name: 'program', test: /\/src\/cli\/program\.ts$/, priority: 3 },
  { name: 'checks', test: /\/src\/check\/catalogue\.ts$/, priority: 2 },
  { name: 'run', test: /\/src\/(app\/run-plan|cli\/play-plan|cli\/reports|config\/plan|config\/resolve)\.ts$/, priority: 1 },
];

/** ES modules that each run loads: as packages they would need Node's loader for these, which costs a run more than they do. */
const BUNDLED = new Set(['chalk', 'fast-string-width', 'fast-string-truncated-width', 'typebox']);

/**
 * Other dependencies stay packages of their own: their users see, audit and update them. So do those of which the build makes copies
 * (`copies.js`).
 */
const isPackage = (name, importer) =>
  /^[^./\0#]/.test(name) && !name.startsWith('compiled:') && !BUNDLED.has(name) && !isCopied(name, importer);

/**
 * Forms of files are described with TypeBox, and the build makes validators of them. What describes them is of no use any more:
 * calls of `Type` have no effect but their value, and the package need not be there.
 */
const WITHOUT_FORMS = {
  name: 'without-forms',
  resolveId: (source) => (source === 'typebox' ? '\0typebox' : null),
  load: (id) => (id === '\0typebox' ? 'export const Type = {};' : null),
};
const treeshake = { manualPureFunctions: ['Type'] };

/** As tsconfig.json has it for tests and the compiler. */
const JSX = { runtime: 'automatic', importSource: 'preact' };

/**
 * Bundles the code into dist/. Every file lies two folders below the package's root, as src/base/package-files.ts expects.
 *
 * @returns {Promise<void>}
 */
export async function bundle() {
  const build = await rolldown({
    cwd: ROOT,
    input: ENTRIES,
    platform: 'node',
    external: isPackage,
    plugins: [examplesLater(), copies(), compiled(), WITHOUT_FORMS],
    // Modules that one chunk loads at once may be asked for later by another.
    checks: { ineffectiveDynamicImport: false, pluginTimings: false },
    tsconfig: false,
    transform: { jsx: JSX },
    treeshake,
  });
  const { output } = await build.write({
    dir: DIST,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    comments: { jsdoc: false },
    codeSplitting: { groups: CHUNKS },
  });
  await build.close();
  writeNotices(output.flatMap(({ moduleIds = [] }) => moduleIds));
}

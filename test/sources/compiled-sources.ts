import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from 'rolldown/utils';
import type { ViteUserConfig } from 'vitest/config';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = join(ROOT, 'src');
/** Node finds the project's packages from here. */
const COMPILED = join(ROOT, '.compiled');

/**
 * Compiles each source to a module that Node loads by itself. Vitest would do so anew in each of its projects, and each use of an import
 * would go through a getter there, which makes a run of the engine a quarter dearer.
 *
 * In watch mode, Vitest follows the sources themselves.
 *
 * @param isWatched whether it does; default: unless it was called by `vitest run`
 * @returns configuration of Vitest: what tests import in place of `src`
 * @throws Error when a source cannot be read as TypeScript
 */
export function compiledSources(isWatched = !process.argv.includes('run')): Pick<ViteUserConfig, 'resolve' | 'test'> {
  if (isWatched) return {};
  put('package.json', '{ "type": "module" }\n');
  const made = new Set(
    filesBelow(SOURCES)
      .filter((path) => /(?<!\.d)\.(ts|tsx|js)$/.test(path))
      .map(compile),
  );
  // A module that is gone must not be found any more.
  for (const path of filesBelow(COMPILED)) if (path.endsWith('.js') && !made.has(path)) rmSync(join(COMPILED, path), { force: true });
  return {
    resolve: { alias: [{ find: /^(?:\.\.\/)+src\/(.+)\.js$/, replacement: `${COMPILED}/$1.js` }] },
    test: {
      server: { deps: { external: [/\/\.compiled\//] } },
      onStackTrace: (_error, frame) => void Object.assign(frame, placeInSource(frame)),
    },
  };
}

/** A place in a file, as stack traces have it: lines and columns begin with 1. */
interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The place in the source of a place in what is compiled of it. It is looked up when a test fails: nothing is kept for it.
 *
 * @param place in any file
 * @returns the same place where it is in no compiled source
 */
export function placeInSource(place: Place): Place {
  const stem = place.file.startsWith(`${COMPILED}/`) ? place.file.slice(COMPILED.length).replace(/\.js$/, '') : undefined;
  const source = ['.ts', '.tsx', '.js']
    .map((ending) => `${SOURCES}${stem}${ending}`)
    .find((path) => stem !== undefined && existsSync(path));
  const map = source === undefined ? undefined : transformed(source, true).map;
  if (source === undefined || map === undefined) return place;
  const payload = { ...map, file: place.file, sources: [source], sourcesContent: [], sourceRoot: '', version: 3 };
  const entry = new SourceMap(payload).findEntry(place.line - 1, place.column - 1);
  return 'originalLine' in entry ? { file: source, line: entry.originalLine + 1, column: entry.originalColumn + 1 } : place;
}

/** @returns where it stands now */
function compile(path: string): string {
  const name = path.replace(/\.tsx?$/, '.js');
  put(name, transformed(join(SOURCES, path)).code);
  return name;
}

function transformed(source: string, sourcemap = false) {
  const made = transformSync(source, readFileSync(source, 'utf8'), {
    jsx: { runtime: 'automatic', importSource: 'preact' },
    // What lies beside a source, and the package's root above it, is found from there.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(source).href) },
    sourcemap,
  });
  if (made.errors.length > 0) throw new Error(`${source}: ${made.errors.map(({ message }) => message).join('\n')}`);
  return made;
}

/** Another run of the tests may read the file at this moment: it is there whole or not at all. */
function put(name: string, text: string): void {
  const path = join(COMPILED, name);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, text);
  renameSync(aside, path);
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

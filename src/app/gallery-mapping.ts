import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { reasonOf, UsageError } from '../config/usage-error.js';
import { GALLERY_TESTS, type GalleryTestName, testsNamed } from '../event/gallery-tests.js';
import { DEFAULT_VALUES, readParameters, type TestValues } from '../gallery/parameters.js';
import { type GallerySchema, schemaOfExport, schemaOfMapping } from '../gallery/target-schema.js';
import type { Target } from '../http/target.js';
import { ENTRA_DEFAULT_MAPPING } from '../mapping/default.js';
import { readEntraExport } from '../mapping/entra-export/read-export.js';
import { extended } from '../mapping/extend.js';
import type { Mapping } from '../mapping/mapping.js';
import { didYouMean } from '../yaml/nearest.js';

/** What a rehearsal exchanges. */
export interface GalleryMapping {
  readonly mapping: Mapping;
  readonly schema: GallerySchema;
  /** What the reader should know of it. */
  readonly notices: readonly string[];
}

/**
 * The mapping and the attribute list of a rehearsal: those of an export, of the mapping that is set, or Entra's defaults.
 *
 * @param file the provisioning schema that Entra exports; absent: there is none
 * @param mapping the mapping that is set
 * @param cwd working directory
 * @throws UsageError when the file cannot be used
 */
export async function galleryMapping(file: string | undefined, mapping: Mapping | undefined, cwd: string): Promise<GalleryMapping> {
  if (file === undefined) {
    const used = mapping?.extends === undefined ? (mapping ?? ENTRA_DEFAULT_MAPPING) : extended(ENTRA_DEFAULT_MAPPING, mapping);
    const advice = "The list of target attributes is that of the mapping; Entra's own export has more: --schema FILE.";
    return { mapping: used, schema: schemaOfMapping(used), notices: [advice] };
  }
  if (mapping !== undefined)
    throw new UsageError('both --schema and --mapping are given', 'An export holds its mapping: leave --mapping out.');
  const read = readEntraExport(await textOf('--schema', file, cwd), 'export', file);
  if (!read.ok) throw new UsageError(`${file}:${read.line}: ${read.message}`);
  return { mapping: read.mapping, schema: schemaOfExport(read.schema, read.mapping), notices: [] };
}

/**
 * What the template makes of a scimEndpoint with a query: it puts its paths behind it.
 *
 * @param target the target; absent: the sample
 */
export function endpointNotices(target: Target | undefined): readonly string[] {
  if (target === undefined || (target.flags.length === 0 && target.query === '')) return [];
  const what = target.flags.length > 0 ? `the flag ${target.flags.join(' and ')}` : 'a query';
  return [
    `The target has ${what}. The template writes its paths behind scimEndpoint as it stands, so each of its tests would fail: leave it out there, and keep a flag in Entra's tenant URL alone.`,
  ];
}

/**
 * The profiles of people in the template's parameter file.
 *
 * @param file `Orchestrator_Parameters.json`; absent: what the template ships
 * @param cwd working directory
 * @throws UsageError when the file cannot be used
 */
export async function galleryValues(file: string | undefined, cwd: string): Promise<TestValues> {
  if (file === undefined) return DEFAULT_VALUES;
  const read = readParameters(await textOf('--parameters', file, cwd));
  if (!read.ok) throw new UsageError(`flag --parameters: ${file}: ${read.message}`, "It is the template's Orchestrator_Parameters.json.");
  return read.values;
}

async function textOf(flag: string, file: string, cwd: string): Promise<string> {
  return await readFile(resolve(cwd, file), 'utf8').catch((error: unknown) => {
    throw new UsageError(`flag ${flag}: ${file} cannot be read: ${reasonOf(error)}`);
  });
}

/**
 * The tests that are selected.
 *
 * @param names values of `--only`; none: all tests
 * @throws UsageError for a name that there is not
 */
export function galleryTests(names: readonly string[]): ReadonlySet<GalleryTestName> {
  if (names.length === 0) return new Set(GALLERY_TESTS.map(({ name }) => name));
  return new Set(
    names.flatMap((name) => {
      const found = testsNamed(name);
      if (found !== undefined) return found;
      const known = ['All', 'UserTests', 'GroupTests', 'SCIMTests', ...GALLERY_TESTS.map((test) => test.name)];
      throw new UsageError(`flag --only: there is no test "${name}"`, didYouMean(name, known) ?? `There are ${known.join(', ')}.`);
    }),
  );
}

import { readdirSync } from 'node:fs';
import { defined } from '../base/defined.js';
import { packagePath, readPackageFile } from '../base/package-files.js';
import type { Diagnostic } from '../yaml/diagnostic.js';
import { didYouMean } from '../yaml/nearest.js';
import { DEFAULT_MAPPING } from './default.js';
import { loadMapping } from './load.js';
import type { Mapping } from './mapping.js';

const FOLDER = 'fixtures/mappings';

/**
 * The names of the mappings that come with the package, sorted; `default` is the one that needs no app.
 *
 * @throws Error when the installation is damaged
 */
export function listMappings(): string[] {
  const files = readdirSync(packagePath(FOLDER)).filter((name) => name.endsWith('.yaml'));
  return [DEFAULT_MAPPING.name, ...files.map((name) => name.slice(0, -'.yaml'.length)).sort()];
}

/** A mapping by name, or why there is none. `problems` are those of a damaged file. */
export type FoundMapping =
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly message: string; readonly hint?: string; readonly problems: readonly Diagnostic[] };

/**
 * Finds a mapping that comes with the package, by name or by the app's name, without regard to letter case.
 *
 * @param name `rootly`, `Rootly`
 * @throws Error when the installation is damaged
 */
export function findMapping(name: string): FoundMapping {
  const names = listMappings();
  const wanted = name.trim().toLowerCase();
  const slug = wanted.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const found = names.find((each) => each === wanted) ?? names.find((each) => each === slug);
  if (found === undefined) {
    const hint = didYouMean(wanted, names);
    return { ok: false, message: `there is no mapping "${name}"`, ...defined({ hint }), problems: [] };
  }
  if (found === DEFAULT_MAPPING.name) return { ok: true, mapping: DEFAULT_MAPPING };
  const file = `${FOLDER}/${found}.yaml`;
  const { mapping, problems } = loadMapping(readPackageFile(file), file);
  return mapping === undefined ? { ok: false, message: `${file} is damaged`, problems } : { ok: true, mapping };
}

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder } from '../base/make-folder.js';
import { reasonOf, UsageError } from '../config/usage-error.js';
import { packageVersion } from '../config/version.js';
import type { GallerySchema } from '../gallery/target-schema.js';
import type { Mapping } from '../mapping/mapping.js';

/** The reports that are evidence, by the file that each goes to. */
const REPORTS: Readonly<Record<string, string>> = {
  'exchanges.ndjson': 'ndjson',
  'final-test-results.json': 'gallery',
  'report.json': 'json',
  'requirements.md': 'requirements',
};

/**
 * Makes a folder for the evidence of a rehearsal, with what it goes by.
 *
 * @param folder new, or empty
 * @param cwd working directory
 * @param mapping what is exchanged
 * @param schema the app's list of attributes
 * @returns the reports that go there, as `--report` takes them
 * @throws UsageError when it cannot be written, or holds something
 */
export function beginEvidence(folder: string, cwd: string, mapping: Mapping, schema: GallerySchema): string[] {
  const path = resolve(cwd, folder);
  try {
    if (existsSync(path) && readdirSync(path).length > 0)
      throw new UsageError('flag --evidence: the folder is not empty', 'Name a new one, so that what is handed in is of one run.');
    makeFolder(path);
    writeFileSync(join(path, 'mapping.json'), `${JSON.stringify({ mapping, schema }, null, 2)}\n`);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`flag --evidence: the folder cannot be written: ${reasonOf(error)}`);
  }
  return Object.entries(REPORTS).map(([file, name]) => `${name}=${join(path, file)}`);
}

/**
 * Writes what the folder holds: each file with its hash, and the version that made it.
 *
 * @param folder as for `beginEvidence`
 * @param cwd working directory
 * @param time ISO 8601
 */
export function endEvidence(folder: string, cwd: string, time: string): void {
  const path = resolve(cwd, folder);
  const files = readdirSync(path)
    .filter((name) => name !== 'manifest.json')
    .sort()
    .map((name) => ({
      name,
      sha256: createHash('sha256')
        .update(readFileSync(join(path, name)))
        .digest('hex'),
    }));
  const manifest = { tool: 'scim-check', version: packageVersion(), time, files };
  writeFileSync(join(path, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

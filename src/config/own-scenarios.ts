import { resolve } from 'node:path';
import type { Mapping } from '../mapping/mapping.js';
import { AttributeBook } from '../scenario/lint/attribute-book.js';
import { loadScenarios } from '../scenario/load.js';
import type { Scenario } from '../scenario/scenario.js';
import { collectYamlFiles } from '../yaml/files.js';
import { fileKind } from './file-kind.js';
import { refuse } from './refuse.js';

/**
 * Reads scenarios of the user's own.
 *
 * @param paths files and folders
 * @param cwd working directory
 * @param mapping what the clients exchange; absent: what the standard has
 * @throws UsageError when a file is not right, or when an id stands twice
 */
export function ownScenarios(paths: readonly string[], cwd: string, mapping?: Mapping): readonly Scenario[] {
  const named = paths.map((path) => shortest(path, cwd));
  const collected = collectYamlFiles(named);
  refuse(collected.problems);
  // A folder may hold other files as well; what is named is to be a scenario.
  const files = collected.files.filter((file) => named.includes(file.file) || fileKind(file) === 'scenario');
  const { scenarios, problems } = loadScenarios(files, new AttributeBook(mapping));
  refuse(problems);
  return scenarios.map((scenario) => ({ ...scenario, own: true }));
}

/** A path as it was given: it is resolved only when the working directory is another than the process's. */
export function shortest(path: string, cwd: string): string {
  return resolve(path) === resolve(cwd, path) ? path : resolve(cwd, path);
}

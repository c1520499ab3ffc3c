import { resolve } from 'node:path';
import { loadScenarios } from '../scenario/load.js';
import type { Scenario } from '../scenario/scenario.js';
import { collectYamlFiles } from '../yaml/files.js';
import { refuse } from './refuse.js';

/**
 * Reads scenarios of the user's own.
 *
 * @param paths files and folders
 * @param cwd working directory
 * @throws UsageError when a file is not right, or when an id stands twice
 */
export function ownScenarios(paths: readonly string[], cwd: string): readonly Scenario[] {
  const collected = collectYamlFiles(paths.map((path) => (path.startsWith('/') ? path : shortest(path, cwd))));
  refuse(collected.problems);
  const { scenarios, problems } = loadScenarios(collected.files);
  refuse(problems);
  return scenarios.map((scenario) => ({ ...scenario, own: true }));
}

/** Paths are shown as they were given, so they are resolved only when the working directory is another than the process's. */
function shortest(path: string, cwd: string): string {
  return resolve(path) === resolve(cwd, path) ? path : resolve(cwd, path);
}

import { resolve } from 'node:path';
import { builtinScenarioFiles } from '../scenario/builtin.js';
import { loadScenarios } from '../scenario/load.js';
import type { Scenario } from '../scenario/scenario.js';
import { selectScenarios } from '../scenario/select.js';
import { type Diagnostic, formatDiagnostic } from '../yaml/diagnostic.js';
import { collectYamlFiles, type SourceFile } from '../yaml/files.js';
import type { Setting } from './resolve.js';
import { UsageError } from './usage-error.js';
import { looksLikeFile } from './values.js';

/**
 * The scenarios to play: the built-in ones that the patterns select, then those of the files named.
 *
 * @param named ids, folders, patterns and files; empty: all built-in scenarios
 * @param cwd working directory
 * @returns at least one scenario
 * @throws UsageError when a file is not right, when an id stands twice, or when a pattern selects nothing
 */
export function scenariosNamed(named: Setting<readonly string[]>, cwd: string): Scenario[] {
  const paths = named.value.filter(looksLikeFile);
  const patterns = named.value.filter((each) => !looksLikeFile(each));
  const builtin = loaded(builtinScenarioFiles());
  const own = paths.length === 0 ? [] : ownScenarios(paths, cwd);
  const wanted = named.value.length === 0 || patterns.length > 0;
  const { selected, problems } = wanted ? selectScenarios(builtin, patterns) : { selected: [], problems: [] };
  if (problems.length > 0) {
    const lines = problems.map((problem) => `${named.from}: ${problem.message}${problem.hint === undefined ? '' : `. ${problem.hint}`}`);
    throw new UsageError(
      lines.join('\n'),
      'All scenarios: scim-check list scenarios. A file is named with its ending: ./users/leaver.yaml',
    );
  }
  // A scenario of one's own with a built-in id takes its place, so that a built-in one can be adapted.
  const replaced = new Set(own.map((scenario) => scenario.id));
  return [...selected.filter((scenario) => !replaced.has(scenario.id)), ...own];
}

function ownScenarios(paths: readonly string[], cwd: string): Scenario[] {
  const collected = collectYamlFiles(paths.map((path) => (path.startsWith('/') ? path : shortest(path, cwd))));
  refuse(collected.problems);
  return loaded(collected.files);
}

/** Paths are shown as they were given, so they are resolved only when the working directory is another than the process's. */
function shortest(path: string, cwd: string): string {
  return resolve(path) === resolve(cwd, path) ? path : resolve(cwd, path);
}

function loaded(files: readonly SourceFile[]): Scenario[] {
  const { scenarios, problems } = loadScenarios(files);
  refuse(problems);
  return scenarios;
}

function refuse(problems: readonly Diagnostic[]): void {
  if (problems.length > 0) throw new UsageError(problems.map((problem) => formatDiagnostic(problem)).join('\n'));
}

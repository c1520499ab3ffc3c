import { packagePath } from '../base/package-files.js';
import { listMappings } from '../mapping/catalogue.js';
import { loadMapping } from '../mapping/load.js';
import { builtinScenarioFiles } from '../scenario/builtin.js';
import { loadScenarios } from '../scenario/load.js';
import { isObject } from '../scim/json.js';
import type { Diagnostic } from '../yaml/diagnostic.js';
import { readDocument } from '../yaml/document.js';
import { collectYamlFiles, type SourceFile } from '../yaml/files.js';

/**
 * Checks files.
 *
 * @param paths files and folders; none: what comes with the package
 * @returns how many files were read, everything that is wrong, and what is only doubtful
 */
export function lintFiles(paths: readonly string[]): {
  readonly files: number;
  readonly problems: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
} {
  const { files, problems } = paths.length === 0 ? builtin() : collectYamlFiles(paths);
  const mappings = files.filter(isMapping);
  const scenarios = files.filter((file) => !mappings.includes(file));
  const read = mappings.map(({ text, file }) => loadMapping(text, file));
  return {
    files: files.length + problems.length,
    problems: [...problems, ...loadScenarios(scenarios).problems, ...read.flatMap((each) => each.problems)],
    warnings: read.flatMap((each) => each.warnings ?? []),
  };
}

function builtin(): { files: SourceFile[]; problems: Diagnostic[] } {
  const names = listMappings().filter((name) => name !== 'default');
  const mappings = collectYamlFiles(names.map((name) => packagePath(`fixtures/mappings/${name}.yaml`)));
  return { files: [...builtinScenarioFiles(), ...mappings.files], problems: mappings.problems };
}

/** A mapping says which app it is for; a scenario has steps. What is neither is told off as a scenario, the commoner kind. */
function isMapping({ text, file }: SourceFile): boolean {
  const { value } = readDocument(text, file);
  return isObject(value) && ('app' in value || 'users' in value || 'capabilities' in value) && !('steps' in value);
}

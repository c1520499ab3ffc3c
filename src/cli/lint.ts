import { packagePath } from '../base/package-files.js';
import { fileKind } from '../config/file-kind.js';
import { listMappings } from '../mapping/catalogue.js';
import { loadMapping } from '../mapping/load.js';
import type { Mapping } from '../mapping/mapping.js';
import { builtinScenarioFiles } from '../scenario/builtin.js';
import { AttributeBook } from '../scenario/lint/attribute-book.js';
import { loadScenarios } from '../scenario/load.js';
import type { Diagnostic } from '../yaml/diagnostic.js';
import { collectYamlFiles, type SourceFile } from '../yaml/files.js';

/** What was read, and what is wrong with it. */
export interface Linted {
  readonly files: number;
  readonly problems: readonly Diagnostic[];
  /** What is only doubtful. */
  readonly warnings: readonly Diagnostic[];
  /** Files of a folder that are neither scenarios nor mappings. */
  readonly others: readonly string[];
}

/**
 * Checks files.
 *
 * @param paths files and folders; none: what comes with the package
 * @param mapping whose attributes scenarios may name besides those of the standard
 */
export function lintFiles(paths: readonly string[], mapping?: Mapping): Linted {
  const { files, problems } = paths.length === 0 ? builtin() : collectYamlFiles(paths);
  const kinds = new Map(files.map((file) => [file, fileKind(file)]));
  const named = new Set(paths);
  // A file that was named is to be one or the other: a scenario, unless it looks like a mapping.
  const isScenario = (file: SourceFile): boolean => kinds.get(file) === 'scenario' || (kinds.get(file) === 'other' && named.has(file.file));
  const scenarios = files.filter(isScenario);
  const read = files.filter((file) => kinds.get(file) === 'mapping').map(({ text, file }) => loadMapping(text, file));
  return {
    files: scenarios.length + read.length + problems.length,
    problems: [...problems, ...loadScenarios(scenarios, new AttributeBook(mapping)).problems, ...read.flatMap((each) => each.problems)],
    warnings: read.flatMap((each) => each.warnings ?? []),
    others: files.filter((file) => kinds.get(file) === 'other' && !named.has(file.file)).map(({ file }) => file),
  };
}

function builtin(): { files: SourceFile[]; problems: Diagnostic[] } {
  const names = listMappings().filter((name) => name !== 'default');
  const mappings = collectYamlFiles(names.map((name) => packagePath(`fixtures/mappings/${name}.yaml`)));
  return { files: [...builtinScenarioFiles(), ...mappings.files], problems: mappings.problems };
}

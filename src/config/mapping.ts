import { resolve } from 'node:path';
import { findMapping } from '../mapping/catalogue.js';
import { loadMapping } from '../mapping/load.js';
import type { Mapping } from '../mapping/mapping.js';
import { readYamlFile } from '../scenario/files.js';
import { formatProblem, type Problem } from '../scenario/problem.js';
import type { Setting } from './resolve.js';
import { UsageError } from './usage-error.js';
import { looksLikeFile } from './values.js';

/**
 * The mapping that is set.
 *
 * @param named a name of the catalogue or a YAML file
 * @param cwd working directory
 * @returns undefined when none is set: it is then derived from what the target advertises
 * @throws UsageError when there is no such mapping or the file is not right
 */
export function mappingNamed(named: Setting<string | undefined>, cwd: string): Mapping | undefined {
  if (named.value === undefined) return undefined;
  if (looksLikeFile(named.value)) return fromFile(named.value, cwd);
  const found = findMapping(named.value);
  if (found.ok) return found.mapping;
  if (found.problems.length > 0) refuse(found.problems);
  throw new UsageError(
    `${named.from}: ${found.message}`,
    found.hint ?? 'All mappings: scim-check list mappings. A file is named with its ending.',
  );
}

function fromFile(path: string, cwd: string): Mapping {
  const read = readYamlFile(resolve(cwd, path));
  if (!('text' in read)) return refuse([{ ...read, position: { ...read.position, file: path } }]);
  const { mapping, problems } = loadMapping(read.text, path);
  return mapping ?? refuse(problems);
}

function refuse(problems: readonly Problem[]): never {
  throw new UsageError(problems.map((problem) => formatProblem(problem)).join('\n'));
}

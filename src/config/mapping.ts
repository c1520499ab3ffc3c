import { resolve } from 'node:path';
import { findMapping } from '../mapping/catalogue.js';
import { loadMapping } from '../mapping/load.js';
import type { Mapping } from '../mapping/mapping.js';
import { type Diagnostic, formatDiagnostic } from '../yaml/diagnostic.js';
import { readYamlFile } from '../yaml/files.js';
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
  if (looksLikeFile(named.value)) return playable(fromFile(named.value, cwd), named);
  const found = findMapping(named.value);
  if (found.ok) return playable(found.mapping, named);
  if (found.problems.length > 0) refuse(found.problems);
  throw new UsageError(
    `${named.from}: ${found.message}`,
    found.hint ?? 'All mappings: scim-check list mappings. A file is named with its ending.',
  );
}

/** Every SCIM user has a userName (RFC 7643 §4.1.1): a mapping without one is of another protocol. */
function playable(mapping: Mapping, named: Setting<string | undefined>): Mapping {
  if (mapping.extends !== undefined || mapping.users.some((row) => row.name.toLowerCase() === 'username')) return mapping;
  throw new UsageError(
    `${named.from}: the mapping of ${mapping.app} has no userName, so that it is not one of a SCIM app`,
    'Add a row for userName to a copy of it: scim-check mapping show NAME --format yaml.',
  );
}

function fromFile(path: string, cwd: string): Mapping {
  const read = readYamlFile(resolve(cwd, path));
  if (!('text' in read)) return refuse([{ ...read, position: { ...read.position, file: path } }]);
  const { mapping, problems } = loadMapping(read.text, path);
  return mapping ?? refuse(problems);
}

function refuse(problems: readonly Diagnostic[]): never {
  throw new UsageError(problems.map((problem) => formatDiagnostic(problem)).join('\n'));
}

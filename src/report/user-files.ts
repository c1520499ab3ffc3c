import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Position } from '../yaml/position.js';
import type { RunRecord } from './record.js';
import type { Repository } from './reporter.js';

/** A place in a file of the user's repository. */
export interface UserPlace {
  /** From the root of the repository, with slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Where a place stands in the user's repository. Scenarios that come with scim-check stand in none of its files.
 *
 * @param run the run
 * @param source a place in a scenario
 * @param repository where the run was made; undefined: files are named as the user has named them
 * @returns undefined for what stands in no file of the repository
 */
export function userPlace({ started }: RunRecord, source: Position | undefined, repository?: Repository): UserPlace | undefined {
  if (source === undefined || started?.ownFiles?.includes(source.file) !== true) return undefined;
  const { file, line, column } = source;
  const path = repository === undefined ? file : relative(repository.root, resolve(repository.cwd, file));
  const isOutside = isAbsolute(path) || path.split(sep)[0] === '..';
  return isOutside ? undefined : { file: path.split(sep).join('/').replace(/^\.\//, ''), line, column };
}

import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { FileEntry } from './file-text.js';
import type { SettingName } from './settings.js';
import { reasonOf, UsageError } from './usage-error.js';

/** The file that is read from the working directory when none is named. */
export const CONFIG_FILE = 'scim-check.yaml';

/** A configuration file, read. */
export interface ConfigFile {
  /** Folder that its paths are relative to. */
  readonly directory: string;
  /** As the user knows it: relative to the working directory where it is in it. */
  readonly name: string;
  /** Nobody named it: it was in the working directory. What it may say is limited, see `refuseFromFoundFile`. */
  readonly found: boolean;
  readonly entries: ReadonlyMap<SettingName, FileEntry>;
}

/**
 * Reads the configuration file.
 *
 * @param cwd working directory
 * @param named the file that `--config` names; absent: `scim-check.yaml` when there is one
 * @returns undefined when there is no file and none was named
 * @throws UsageError with file, line and column for anything that is not right
 */
export async function readConfigFile(cwd: string, named: string | undefined): Promise<ConfigFile | undefined> {
  const path = resolve(cwd, named ?? CONFIG_FILE);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (named === undefined && error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UsageError(`configuration file ${named ?? CONFIG_FILE}: ${reasonOf(error)}`);
  }
  // Most runs have no such file, and reading YAML takes long to load.
  const { parseConfig } = await import('./file-text.js');
  const short = relative(cwd, path);
  const name = short.startsWith('..') ? path : short;
  return { directory: dirname(path), name, found: named === undefined, entries: parseConfig(text, name) };
}

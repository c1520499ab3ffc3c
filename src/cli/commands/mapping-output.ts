import { join, resolve } from 'node:path';
import { makeFolder } from '../../base/make-folder.js';
import { writeWhole } from '../../base/write-whole.js';
import { reasonOf, UsageError } from '../../config/usage-error.js';
import type { Io } from '../io.js';

/** A file to write: its name without the ending, and its text. */
export interface Written {
  readonly name: string;
  readonly text: string;
}

/**
 * Writes one file per mapping; of two with one name the second gets a number.
 *
 * @param files what to write
 * @param flags folder and format
 * @param io the process
 * @returns what to tell people
 * @throws UsageError when the folder cannot be written
 */
export function writeAll(files: readonly Written[], flags: { readonly output?: string; readonly format: string }, io: Io): string[] {
  const folder = flags.output ?? '.';
  const taken = new Set<string>();
  try {
    makeFolder(resolve(io.cwd, folder));
    return files.map(({ name, text }) => {
      let free = name;
      for (let number = 2; taken.has(free); number += 1) free = `${name}-${number}`;
      taken.add(free);
      const path = join(folder, `${free}.${flags.format}`);
      writeWhole(resolve(io.cwd, path), text);
      return `written  ${path}`;
    });
  } catch (error) {
    throw new UsageError(`${folder} cannot be written: ${reasonOf(error)}`);
  }
}

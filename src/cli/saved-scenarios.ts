import { join, resolve } from 'node:path';
import { makeFolder } from '../base/make-folder.js';
import { writeWhole } from '../base/write-whole.js';
import { reasonOf, UsageError } from '../config/usage-error.js';

/**
 * Makes a folder for scenarios.
 *
 * @param folder as it was given
 * @param cwd working directory
 * @returns writes one: takes its name and its text, and returns the file as it is typed
 * @throws UsageError when the folder cannot be made
 */
export function saveInto(folder: string, cwd: string): (name: string, text: string) => string {
  const path = resolve(cwd, folder);
  const refuse = (error: unknown): never => {
    throw new UsageError(`flag --save: ${folder} cannot be written: ${reasonOf(error)}`);
  };
  try {
    makeFolder(path);
  } catch (error) {
    refuse(error);
  }
  return (name, text) => {
    try {
      writeWhole(join(path, `${name}.yaml`), text);
    } catch (error) {
      refuse(error);
    }
    return join(folder, `${name}.yaml`);
  };
}

import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: nobody reads half of it, what was there before stays until the new text is complete, and a full
 * disk leaves no empty file.
 *
 * @param path the file
 * @param text what it will hold
 * @param mode of a file that is made
 * @throws Error of the system when it cannot be written
 */
export function writeWhole(path: string, text: string, mode = 0o666): void {
  const draft = join(dirname(path), `.${basename(path)}.tmp`);
  try {
    writeFileSync(draft, text, { mode });
    renameSync(draft, path);
  } catch (error) {
    removeIfPossible(draft);
    throw error;
  }
}

/** A folder that takes no file may not give one up either. */
function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What is wrong is told by whoever calls.
  }
}

import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it that are missing. Node's own way (`recursive`) never ends below /proc, where a folder is missing
 * and its parent is there.
 *
 * @param path the folder
 * @param mode of folders that are made
 * @throws Error of the system when one cannot be made, or a file is in its place
 */
export function makeFolder(path: string, mode = 0o777): void {
  const missing: string[] = [];
  for (let folder = resolve(path); !existsSync(folder) && folder !== dirname(folder); folder = dirname(folder)) missing.unshift(folder);
  for (const folder of missing) makeOne(folder, mode);
  // A file in its place: the system says so in its own words.
  if (missing.length === 0 && !statSync(path).isDirectory()) mkdirSync(path);
}

/** Another run may have made it at the same time. */
function makeOne(folder: string, mode: number): void {
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw error;
  }
}

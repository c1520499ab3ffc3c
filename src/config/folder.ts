import { statSync } from 'node:fs';

/**
 * Whether there is a folder of this name.
 *
 * @param path absolute path
 */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

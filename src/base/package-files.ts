import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The path of a file or directory of this package. Sources and built files both lie two folders below the package's root:
 * `src/base/package-files.ts`, `dist/chunks/….js`.
 *
 * @param path relative to the package's root
 */
export function packagePath(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/**
 * Reads a text file of this package.
 *
 * @param path relative to the package's root
 * @throws Error when the installation is damaged
 */
export function readPackageFile(path: string): string {
  return readFileSync(packagePath(path), 'utf8');
}

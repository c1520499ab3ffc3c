import { readPackageFile } from '../base/package-files.js';

/** This package's version, as its package.json has it. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readPackageFile('package.json'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
}

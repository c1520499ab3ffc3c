import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const DIST = join(ROOT, 'dist');

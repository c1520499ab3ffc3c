// Writes docs/checks from the catalogue. A test holds the pages against it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadSource } from './build/source.js';

const { checkPages } = await loadSource('src/cli/check-pages.ts');
const folder = fileURLToPath(new URL('../docs/checks/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, text] of checkPages()) writeFileSync(`${folder}${name}`, text);

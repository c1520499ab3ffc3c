// Writes docs/checks from the catalogue. A test holds the pages against it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkPages } from '../dist/cli/check-pages.js';

const folder = fileURLToPath(new URL('../docs/checks/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, text] of checkPages()) writeFileSync(`${folder}${name}`, text);

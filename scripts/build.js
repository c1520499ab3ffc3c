// Makes dist/: the code, bundled by command (cli/, lib/, chunks/), and the declarations of the library (types/).
import { rmSync } from 'node:fs';
import { bundle } from './build/bundle.js';
import { writeDeclarations } from './build/declarations.js';
import { DIST } from './build/paths.js';

rmSync(DIST, { recursive: true, force: true });
await Promise.all([bundle(), writeDeclarations()]);

// Makes dist/: the code, bundled by command (cli/, lib/, chunks/), and the declarations of the library (types/).
import { rmSync } from 'node:fs';
import { bundle } from './build/bundle.js';
import { writeDeclarations } from './build/declarations.js';
import { DIST } from './build/paths.js';
import { prepareStart } from './build/start.js';

rmSync(DIST, { recursive: true, force: true });
try {
  await Promise.all([bundle().then(prepareStart), writeDeclarations()]);
} catch (error) {
  // A scenario or a source that is not right: where the build stood when it met it helps nobody.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  rmSync(DIST, { recursive: true, force: true });
  process.exitCode = 1;
}

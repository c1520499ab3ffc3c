// Plays every defect and every legal variant of the sample server and prints the matrix and its total.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', 'test/proof', '--reporter=dot', '--config=test/proof/vitest.config.ts', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, PROOF: 'whole' },
  },
);
process.exitCode = status ?? 1;

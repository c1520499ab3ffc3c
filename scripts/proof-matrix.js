#!/usr/bin/env node
// Plays every defect of the sample under every condition of test/matrix: found, or incomplete, and never ready.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/matrix', '--reporter=dot', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, MATRIX: 'whole' },
});
process.exitCode = status ?? 1;

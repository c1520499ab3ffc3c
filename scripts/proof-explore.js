#!/usr/bin/env node
// Explores the sample with each of its defects and variants, without any scenario, and prints what was found and how.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/explore/proof.test.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, EXPLORE: 'whole' },
});
process.exitCode = status ?? 1;

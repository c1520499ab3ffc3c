#!/usr/bin/env node
// Explores the sample with each of its defects and variants, without any scenario, and prints what was found, how, and under which causes.
// Of the whole it takes a slice (`npm run proof:explore -- 2/8`) or names (`-- replace-ignored no-groups`).
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const words = process.argv.slice(2);
const isSlice = (word) => /^[1-9]\d*\/[1-9]\d*$/.test(word);
const isOption = (word) => word.startsWith('-');
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', 'test/explore/proof.test.ts', '--reporter=dot', '--disable-console-intercept', ...words.filter(isOption)],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      EXPLORE: 'whole',
      EXPLORE_SLICE: words.find(isSlice) ?? '',
      EXPLORE_NAMES: words.filter((word) => !isSlice(word) && !isOption(word)).join(),
    },
  },
);
process.exitCode = status ?? 1;

import { defineConfig } from 'vitest/config';
import { compiledSources } from '../sources/compiled-sources.js';

const compiled = compiledSources();

/** `npm run proof`: the proof alone, with its total at the end. */
export default defineConfig({
  ...compiled,
  test: {
    ...compiled.test,
    include: ['test/proof/*.test.ts'],
    globalSetup: ['test/proof/total.ts'],
    testTimeout: 600_000,
    pool: 'threads',
    isolate: false,
  },
});

import { defineConfig } from 'vitest/config';

/** `npm run proof`: the proof alone, with its total at the end. */
export default defineConfig({
  test: {
    include: ['test/proof/*.test.ts'],
    globalSetup: ['test/proof/total.ts'],
    testTimeout: 600_000,
    pool: 'threads',
    isolate: false,
  },
});

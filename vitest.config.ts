import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { compiledSources } from './test/sources/compiled-sources.js';

/** Tests that run the built program, or build it. */
const SPAWNING = ['test/cli/**/*.test.ts', 'test/docs/**/*.test.ts', 'test/servers/**/*.test.ts', 'test/report/browser/**/*.test.ts'];

/** Whether other code has loaded all of undici, which changes its classes, must not matter here: each file has modules of its own. */
const HTTP = ['test/http/**/*.test.ts'];

/**
 * Run after run with all scenarios of a client or of several, and the proof, which plays every scenario against every defect of the
 * sample: minutes, and seldom what breaks first.
 */
const RUNS = [
  'test/engine/{blocked,catalogue,cut-short,hostile,lost-target,many-members,mapped-attributes,mapping,ownership}.test.ts',
  'test/engine/{run,same-run,throttle,two-defects,unadvertised,vendor-constraints}.test.ts',
  'test/check/reached.test.ts',
  'test/explore/{explore,proof}.test.ts',
  'test/gallery/{rate-loopback,rehearsal,requirements}.test.ts',
  'test/{proof,matrix}/**/*.test.ts',
  'test/report/secrets.test.ts',
];
const setupFiles = ['test/seed/seed.ts'];
const compiled = compiledSources();

/**
 * `npm run test:fast` runs unit and http; spawn starts the real program. Each project transforms its tests and loads all modules anew,
 * so there are no more of them than there must be.
 */
export default defineConfig({
  ...compiled,
  test: {
    ...compiled.test,
    // A safety net against tests that hang, wide enough for a machine that is many times slower. No test measures time by it.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Vitest would leave one core free. Whoever starts a program, or plays against a slow target, waits: twice as many keep all cores busy.
    maxWorkers: availableParallelism() * 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...SPAWNING, ...HTTP, ...RUNS],
          setupFiles,
          pool: 'threads',
          isolate: false,
        },
      },
      { extends: true, test: { name: 'http', include: HTTP, setupFiles, pool: 'threads' } },
      { extends: true, test: { name: 'runs', include: RUNS, setupFiles, pool: 'threads', isolate: false } },
      { extends: true, test: { name: 'spawn', include: SPAWNING, setupFiles, pool: 'forks', isolate: false } },
    ],
  },
});

#!/usr/bin/env node
// Mutation testing: changes the code in small ways and sees whether a test fails. Outside CI; the score is in docs/quality.md.
//
//   npm run mutation -- PART [SHARE] [SEED]
//
// PART is a name in ROOMS or ENGINE below; without one, they are told. A sample of forty changes of one part takes about ten minutes.
// What survives is told at once: a run may be cut short. MUTATION_JOBS changes are tested at the same time (default 1).
//
// SHARE is the share of the functions that are changed, in per cent (default 100); which ones follows from SEED (default 1).
// Stryker is no dependency of the project: it is installed beside it, without a trace in package.json, when it is missing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
/** The newest release that runs on Node 20. */
const STRYKER = ['@stryker-mutator/core@9.6.1', '@stryker-mutator/vitest-runner@9.6.1'];

/** Tests of the engine that play run after run: minutes for one change. What only they notice, or the proof, survives here. */
const LONG =
  'blocked|catalogue|cut-short|hostile|lost-target|many-members|mapped-attributes|mapping|ownership|run|same-run|two-defects|unadvertised|vendor-constraints';
/** Tests that take more than a second, which count for the folders that they are about. */
const SLOW = [
  ...['authors', 'causes', 'clean-up', 'expectations', 'foreign-ledger', 'forms-passed-over', 'full-disk', 'last-look', 'left-over'],
  ...['list-total', 'one-by-one', 'one-cause', 'passing-errors', 'plain-lists', 'refusals', 'refused-operations', 'refused-values'],
  ...['renamed-member', 'required-attributes', 'safety', 'taught-by-servers', 'throttle', 'two-types'],
];
/** Each folder of the engine by itself, with the slow tests that are about it; all others count for each. */
const ENGINE = {
  capability: ['required-attributes'],
  compare: ['last-look', 'plain-lists', 'taught-by-servers'],
  exchange: ['safety'],
  judge: ['causes', 'taught-by-servers'],
  mapping: ['required-attributes'],
  outcome: ['causes', 'passing-errors', 'taught-by-servers'],
  preflight: ['taught-by-servers'],
  refusal: ['causes', 'forms-passed-over', 'refusals', 'refused-values', 'taught-by-servers'],
  run: ['full-disk', 'last-look'],
  scenario: ['authors', 'expectations', 'list-total'],
  selection: ['required-attributes'],
  state: ['renamed-member', 'safety'],
};

/** What is changed, and the tests that must notice. The proof would take an hour for each change: without it, a score is a lower bound. */
const ROOMS = {
  patch: { sources: ['src/scim/patch.ts', 'src/scim/patch'], tests: ['test/scim/**/*.test.ts'] },
  redact: { sources: ['src/redact'], tests: ['test/redact/**/*.test.ts'] },
  // What must never be wrong, whole, by the tests that are about it: small enough to be run often.
  guard: { sources: ['src/engine/exchange/write-guard.ts'], tests: ['test/engine/{safety,bulk}.test.ts'] },
  ledger: { sources: ['src/engine/ledger'], tests: ['test/ledger/**/*.test.ts', 'test/engine/foreign-ledger.test.ts'] },
  cleanup: {
    sources: ['src/engine/cleanup/cleanup.ts'],
    tests: ['test/engine/{clean-up,clean-up-order,left-over,foreign-ledger,safety}.test.ts'],
  },
  verdict: { sources: ['src/event/verdict.ts'], tests: ['test/event/**/*.test.ts', 'test/report/{json,terminal,junit}.test.ts'] },
};

for (const [folder, about] of Object.entries(ENGINE)) {
  const passedOver = SLOW.filter((each) => !about.includes(each)).join('|');
  ROOMS[folder] = { sources: [`src/engine/${folder}`], tests: [`test/engine/!(${LONG}|${passedOver}).test.ts`, 'test/engine/*/*.test.ts'] };
}

const [name = '', share = '100', seed = '1'] = process.argv.slice(2);
const room = ROOMS[name];
if (room === undefined || !(Number(share) > 0)) {
  process.stderr.write(`usage: npm run mutation -- ${Object.keys(ROOMS).join('|')} [SHARE] [SEED]\n`);
  process.exit(2);
}

if (!existsSync(join(ROOT, 'node_modules/@stryker-mutator/vitest-runner')))
  spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', ...STRYKER], { cwd: ROOT, stdio: 'inherit' });

const chosen = room.sources.flatMap(filesBelow).flatMap((file) => functionsOf(file).filter(isChosen));
process.stdout.write(`${chosen.length} functions of ${name} are changed\n`);
const folder = mkdtempSync(join(tmpdir(), 'scim-check-mutation-'));
const config = join(ROOT, `.mutation.${process.pid}.config.json`);
const settings = `.mutation.${process.pid}.vitest.config.ts`;
const vitest = join(ROOT, settings);
try {
  const test = { include: room.tests, setupFiles: ['test/seed/seed.ts'], pool: 'threads', isolate: false };
  // Stryker's copy of the project compiles its own sources.
  const lines = [
    `import { compiledSources } from './test/sources/compiled-sources.js';`,
    `const compiled = compiledSources(false);`,
    `const test = ${JSON.stringify({ ...test, testTimeout: 600_000, hookTimeout: 600_000 })};`,
    `export default { ...compiled, test: { ...compiled.test, ...test } };`,
  ];
  writeFileSync(vitest, `${lines.join('\n')}\n`);
  writeFileSync(
    config,
    JSON.stringify({
      testRunner: 'vitest',
      plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(new URL('./mutation/as-they-come.js', import.meta.url))],
      vitest: { configFile: settings, related: false },
      mutate: chosen.map(({ file, from, to }) => `${file}:${from}-${to}`),
      coverageAnalysis: 'perTest',
      // Only loading the module anew would show them; they are tables and constants, which other tests hold.
      ignoreStatic: true,
      concurrency: Number(process.env['MUTATION_JOBS'] ?? 1),
      // A change that makes a loop endless is noticed by this; a machine that is slow is not.
      timeoutMS: 60_000,
      dryRunTimeoutMinutes: 120,
      reporters: ['clear-text', 'as-they-come'],
      clearTextReporter: { allowColor: false, reportTests: false },
      tempDirName: folder,
      ignorePatterns: ['dist', 'bench'],
    }),
  );
  const stryker = join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const { status } = spawnSync(process.execPath, [stryker, 'run', config], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, CI: 'true' },
  });
  process.exitCode = status ?? 1;
} finally {
  for (const path of [config, vitest, folder]) rmSync(path, { recursive: true, force: true });
}

/** The TypeScript files of a folder, or the file itself, by name. */
function filesBelow(path) {
  if (path.endsWith('.ts')) return [path];
  return readdirSync(join(ROOT, path), { recursive: true })
    .filter((each) => each.endsWith('.ts'))
    .map((each) => `${path}/${each}`)
    .sort();
}

/** Functions and methods of a file that stand in no other one, each with its first and last line. */
function functionsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    if (!ts.isFunctionLike(node) || node.body === undefined) return ts.forEachChild(node, visit);
    const line = (position) => source.getLineAndCharacterOfPosition(position).line + 1;
    found.push({ file, from: line(node.getStart()), to: line(node.getEnd()), text: node.getText() });
  };
  visit(source);
  return found;
}

function isChosen({ file, text }) {
  const digest = createHash('sha256').update(`${seed} ${file} ${text}`).digest();
  return digest.readUInt32BE(0) / 2 ** 32 < Number(share) / 100;
}

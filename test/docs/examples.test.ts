import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inProcess } from '../cli/in-process.js';
import { cli, folder, ROOT } from '../cli/spawn.js';

/** A copy of an example, as somebody has it who has installed the package. */
function example(name: string): string {
  const cwd = folder();
  cpSync(join(ROOT, 'examples', name), cwd, { recursive: true });
  return cwd;
}

describe('the examples work as they stand', () => {
  it('ci-baseline: two defects are known, and the job is green', async () => {
    const cwd = example('ci-baseline');
    const { jobs } = parse(readFileSync(join(cwd, '.github/workflows/scim.yml'), 'utf8'));
    const [, command = ''] = /^npx scim-check (.*)$/.exec(jobs.scim.steps[2].run) ?? [];
    const run = await inProcess(command.split(' '), { cwd, inNoTime: true });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout.match(/^::warning title=known/gm)).toHaveLength(2);
  });

  it('own-scenarios: the files are right, and the sample passes them', async () => {
    const cwd = example('own-scenarios');
    expect(await inProcess(['lint', '.'], { cwd })).toMatchObject({ code: 0 });
    const run = await inProcess(['run', '--config', 'scim-check.yaml', '--verbose'], { cwd });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout.match(/^✓ acme\//gm)).toHaveLength(10);
  });

  it('vitest: each scenario is a test, and what is known is skipped', async () => {
    const cwd = example('vitest');
    mkdirSync(join(cwd, 'node_modules'));
    symlinkSync(ROOT, join(cwd, 'node_modules/scim-check'), 'dir');
    symlinkSync(join(ROOT, 'node_modules/vitest'), join(cwd, 'node_modules/vitest'), 'dir');
    const run = await cli(['run', '--reporter', 'json'], { cwd, binary: join(ROOT, 'node_modules/vitest/vitest.mjs') });
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(run.stdout);
    expect({ code: run.code, numFailedTests }).toEqual({ code: 0, numFailedTests: 0 });
    expect(numPassedTests).toBeGreaterThan(15);
    const skipped = testResults[0].assertionResults.filter(({ status }: { status: string }) => status === 'skipped');
    expect(skipped.map(({ title }: { title: string }) => title)).toContainEqual(expect.stringContaining('(users/leaver)'));
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonReport } from '../../src/report/json/report.js';
import { inProcess } from './in-process.js';
import { folder } from './spawn.js';

const cwd = folder();
const run = (...args: readonly string[]) => inProcess(['run', '--target', 'sample', ...args], { cwd, inNoTime: true });
const report = (name: string): JsonReport => JSON.parse(readFileSync(join(cwd, name), 'utf8'));

describe('--rerun-failed', () => {
  it('plays what failed under the clients where it did, and says when there is nothing', async () => {
    const scenarios = ['users/second-address', 'users/leaver', 'groups/push'];
    const first = await run(
      '--client',
      'entra',
      '--client',
      'rfc',
      '--defect',
      'value-path-wrong-element',
      '--report',
      'json=a.json',
      ...scenarios,
    );
    expect(first.code).toBe(1);
    const again = await run('--rerun-failed', 'a.json', '--report', 'json=b.json');
    expect(again).toMatchObject({ code: 0, stderr: '' });
    const failed = report('a.json').scenarios.filter(({ status }) => status === 'failed');
    const played = report('b.json').scenarios.filter(({ status }) => status !== 'skipped');
    expect(new Set(played.map(({ scenario }) => scenario))).toEqual(new Set(failed.map(({ scenario }) => scenario)));
    expect(new Set(played.map(({ dialect }) => dialect))).toEqual(new Set(failed.map(({ dialect }) => dialect)));
    expect(await run('--rerun-failed', 'b.json')).toMatchObject({
      code: 0,
      stdout: 'Nothing failed in the run that was saved: there is nothing to play again.\n',
    });
  });

  it.each([
    ['a missing file', ['--rerun-failed', 'none.json'], /flag --rerun-failed: none\.json cannot be read[\s\S]*--report json=FILE/],
    ['no scim.json', ['--rerun-failed'], /flag --rerun-failed: scim\.json cannot be read/],
    ['what is no JSON', ['--rerun-failed', 'text.json'], /text\.json is no JSON report/],
    ['what is no report', ['--rerun-failed', 'other.json'], /other\.json is no JSON report of a run/],
    ['scenarios besides', ['--rerun-failed', 'other.json', 'users/leaver'], /scenarios are named as well \(argument\)/],
  ])('refuses %s', async (_what, args, message) => {
    writeFileSync(join(cwd, 'text.json'), 'no');
    writeFileSync(join(cwd, 'other.json'), '{"scenarios": 1}');
    const ended = await run(...args);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(message);
  });
});

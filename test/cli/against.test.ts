import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanRun, eventfulRun } from '../report/events.js';
import { inProcess } from './in-process.js';
import { folder } from './spawn.js';

const cwd = folder();
const save = (name: string, events: readonly object[]): void =>
  writeFileSync(join(cwd, name), events.map((event) => `${JSON.stringify(event)}\n`).join(''));
save('full.ndjson', eventfulRun());
save('clean.ndjson', cleanRun());
const report = (...args: readonly string[]) => inProcess(['report', ...args], { cwd });

describe('scim-check report --against', () => {
  it('tells what is still there, with exit code 0', async () => {
    const { code, stdout } = await report('full.ndjson', '--against', 'full.ndjson');
    expect(code).toBe(0);
    expect(stdout).toMatch(/Still there \(3\)\n {2}✗ SC2104 {2}A filtered replace/);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 new, 0 fixed, 3 still there');
  });

  it('ends with 1 where an error is new, or less was shown', async () => {
    const worse = await report('full.ndjson', '--against', 'clean.ndjson');
    expect(worse.code).toBe(1);
    expect(worse.stdout).toMatch(/^New \(3\)$/m);
    const less = await report('clean.ndjson', '--against', 'full.ndjson');
    expect(less.code).toBe(1);
    expect(less.stdout).toContain('Shown before, and not now\n  entra-default was played');
  });

  it('speaks JSON, and escapes what a server has said', async () => {
    const { stdout } = await report('full.ndjson', '--against', 'clean.ndjson', '--json');
    expect(JSON.parse(stdout).new[0]).toMatchObject({
      cause: 'SC2104',
      check: 'SC2104',
      dialects: ['entra-default', 'entra-aadOptscim062020'],
    });
  });

  it.each([
    [['full.ndjson', '--against', 'none.ndjson'], /none\.ndjson cannot be read: no such file/],
    [['full.ndjson', '--against', 'clean.ndjson', '--report', 'json'], /--against compares two runs and writes no reports/],
    [['-', '--against', '-'], /standard input holds one run only/],
  ])('refuses %j', async (args, message) => {
    const ended = await report(...args);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(message);
  });
});

import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cli, folder, launch } from './spawn.js';
import { sampleTarget, TOKEN } from './target.js';

const env = { SCIM_CHECK_TOKEN: TOKEN };
/** A device on which nothing can be written; Linux alone has it. */
const FULL = '/dev/full';

describe.skipIf(!existsSync(FULL))('a report for which there is no room', () => {
  it.each(['json', 'ndjson'])('%s: the run and its clean-up go on, and the exit code says that it is missing', async (name) => {
    const sample = await sampleTarget();
    const before = sample.snapshot();
    const args = ['run', '--target', sample.url, '--client', 'rfc', 'users/joiner', '--report', `${name}=${FULL}`];
    const { code, stdout, stderr } = await cli(args, { cwd: folder(), env });
    expect(stderr).toBe(`scim-check: the report ${name}=${FULL} could not be written: the disk is full\n`);
    expect(code).toBe(2);
    expect(stdout).toContain('nothing left behind');
    expect(sample.snapshot()).toEqual(before);
  });

  it('does not hide that errors were found', async () => {
    const args = [
      'run',
      '--target',
      'sample',
      '--defect',
      'duplicate-400',
      '--client',
      'entra',
      'users/duplicate',
      '--report',
      `json=${FULL}`,
    ];
    const { code, stderr } = await cli(args, { cwd: folder(), env });
    expect(stderr).toContain('could not be written');
    expect(code).toBe(1);
  });

  it('on standard output is told as well', async () => {
    const device = openSync(FULL, 'w');
    const { ended } = launch(['run', '--target', 'sample', '--client', 'rfc', 'users/joiner'], { stdout: device });
    const { code, stderr } = await ended;
    closeSync(device);
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'scim-check: standard output cannot be written: the disk is full\n' });
  });
});

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProcess } from './in-process.js';
import { cli, folder } from './spawn.js';

/** What a shell is offered for the words that are typed so far. */
async function offered(...words: readonly string[]): Promise<string[]> {
  const { stdout, code, stderr } = await inProcess(['completion', 'complete', '--', ...words]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout
    .trim()
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t')[0] ?? '');
}

describe('completion', () => {
  it.each([
    [['ru'], 'run'],
    [['run', '--cli'], '--client'],
    [['run', '--client', 'okta-'], 'okta-aiw'],
    [['run', 'users/le'], 'users/leaver'],
    [['run', '--defect', 'lost-m'], 'lost-member'],
    [['explain', 'SC210'], 'SC2104'],
    [['mapping', 'sh'], 'show'],
  ])('offers for %j', async (words, wanted) => expect(await offered(...words)).toContain(wanted));

  it.each([[['run', '--ca', '']], [['lint', 'sce']], [['run', './own']]])('leaves files to the shell: %j', async (words) => {
    expect((await inProcess(['completion', 'complete', '--', ...words])).stdout).toBe(':0\n');
  });

  it.each(['bash', 'zsh', 'fish'])('prints a script for %s', async (shell) => {
    const { stdout, code } = await cli(['completion', shell]);
    expect(code).toBe(0);
    expect(stdout).toContain('scim-check completion complete --');
    const file = join(folder(), 'completion.sh');
    writeFileSync(file, stdout);
    if (shell === 'bash') execFileSync('bash', ['-n', file]);
  });

  it('refuses another shell', async () =>
    expect(await inProcess(['completion', 'bsah'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Did you mean "bash"?'),
    }));
});

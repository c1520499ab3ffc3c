import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, folder } from './spawn.js';
import { sampleTarget, TOKEN } from './target.js';

const QUICK = ['connection/test-connection', '--client', 'rfc'];

describe('a token on the command line is refused before anything repeats it', () => {
  it.each([
    [['run', '--target', 'sample', '--token', 'hunter2-secret']],
    [['run', '--target', 'sample', '--token=hunter2-secret']],
    [['--token', 'hunter2-secret', 'run']],
    [['run', '--bearer-token=hunter2-secret']],
    [['clean', '--password', 'hunter2-secret']],
  ])('%j', async (args) => {
    const { code, stdout, stderr } = await cli(args);
    expect(code).toBe(2);
    expect(stderr).toContain('never given on the command line');
    expect(stderr).toContain('SCIM_CHECK_TOKEN');
    expect(stderr).toContain('--token-file');
    expect(`${stdout}${stderr}`).not.toContain('hunter2');
  });
});

describe('tokens that cannot be used', () => {
  it.each([
    [{}, [], 'no token is given'],
    [{ SCIM_CHECK_TOKEN: '  ' }, [], 'the token from SCIM_CHECK_TOKEN is empty'],
    [{ SCIM_CHECK_TOKEN: 'hunter2\nsecret' }, [], 'more than one line'],
    [{}, ['--token-env', 'NOT_SET'], 'flag --token-env: the variable that it names is not set'],
    [{}, ['--token-file', 'none'], 'the file named by --token-file cannot be read: no such file'],
    [{}, ['--token-file', '-'], 'the token from standard input is empty'],
  ])('%j %j', async (env, args, message) => {
    const { code, stderr } = await cli(['run', '--target', 'https://scim.invalid', ...args], { env });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('hunter2');
  });
});

describe('tokens that are taken', () => {
  it('from SCIM_CHECK_TOKEN, a variable, a file, and standard input', async () => {
    const { url } = await sampleTarget();
    const cwd = folder();
    writeFileSync(join(cwd, 'token'), `${TOKEN}\n`);
    const base = ['run', '--target', url, ...QUICK];
    const ended = await Promise.all([
      cli(base, { env: { SCIM_CHECK_TOKEN: TOKEN } }),
      cli([...base, '--token-env', 'OTHER'], { env: { OTHER: TOKEN, SCIM_CHECK_TOKEN: 'wrong' } }),
      cli([...base, '--token-file', 'token'], { cwd }),
      cli([...base, '--token-file', '-'], { stdin: `${TOKEN}\n` }),
    ]);
    expect(ended.map(({ code, stderr }) => ({ code, stderr }))).toEqual(Array(4).fill({ code: 0, stderr: '' }));
    for (const { stdout } of ended) expect(stdout).not.toContain(TOKEN);
  });

  it('with the word Bearer in front, saying that it was left out', async () => {
    const { url } = await sampleTarget();
    const { code, stdout } = await cli(['run', '--target', url, ...QUICK], { env: { SCIM_CHECK_TOKEN: `Bearer ${TOKEN}` } });
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain('begins with "Bearer "');
    expect(stdout).not.toContain(TOKEN);
  });
});
